import { expectAccessible } from "./checks.mjs";
import { expect, test } from "./session.mjs";

test.describe.configure({ mode: "serial" });

test("accounts are tested at once before they are connected, without script", async ({ open }) => {
  const page = await open("admin", { javaScriptEnabled: false });
  await page.goto("/connections/import");
  await page.getByRole("button", { name: "Load accounts" }).click();
  await page.getByRole("checkbox", { name: /^Select all/ }).check();
  await page.getByRole("checkbox", { name: /^Same as the other connections/ }).check();
  await page.getByRole("button", { name: "Test selected without connecting" }).click();
  await expect(page.getByRole("heading", { name: "3 of 4 accounts work" })).toBeVisible();
  const failed = page.getByRole("row").filter({ hasText: "Data science lab" }).filter({ hasText: "List invitations" });
  await expect(failed).toContainText("most likely the Region is not enabled");
  await expect(failed.getByRole("link", { name: "Role template" })).toBeVisible();

  // the remedy: only the Regions that the account has enabled
  await page.goto("/connections/import");
  await page.getByLabel("Data science lab").check();
  // the Regions of the connected accounts are selected
  const selected = page.getByRole("group", { name: "Regions" }).getByRole("checkbox", { checked: true });
  expect(await selected.count()).toBeGreaterThan(2);
  while ((await selected.count()) > 0) {
    await selected.first().uncheck();
  }
  await page.getByRole("checkbox", { name: /^eu-west-1/ }).check();
  await page.getByRole("checkbox", { name: /^us-east-1/ }).check();
  await page.getByRole("button", { name: "Test selected without connecting" }).click();
  await expect(page.getByRole("heading", { name: "1 of 1 accounts work" })).toBeVisible();
  await page.getByLabel("Team", { exact: true }).selectOption("Platform");
  await page.getByRole("button", { name: "Connect selected" }).click();
  await expect(page.getByText("1 account was connected.")).toBeVisible();
  await page.goto("/connections/567856785678/removal");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page).toHaveURL(/\/connections$/);

  const scripted = await open("admin");
  await scripted.goto("/connections/import");
  await expect(scripted.getByRole("button", { name: "Copy Commands" })).toBeVisible();
  await expectAccessible(scripted);
  await scripted.setViewportSize({ width: 390, height: 844 });
  const command = scripted.getByRole("group", { name: "2. Run these commands" });
  expect(await command.evaluate((block) => block.scrollWidth - block.clientWidth)).toBe(0);
  const download = scripted.waitForEvent("download");
  await scripted.getByRole("link", { name: "CloudFormation StackSet" }).click();
  expect((await download).suggestedFilename()).toBe("countersign-roles.yaml");
});

test("an account without a team is warned about until an admin assigns it, without script", async ({ open }) => {
  const [admin, reviewer] = [await open("admin", { javaScriptEnabled: false }), await open("reviewer")];
  await admin.goto("/connections/import");
  await admin.getByRole("button", { name: "Load accounts" }).click();
  await admin.getByLabel("Store systems").check();
  await admin.getByRole("checkbox", { name: /^eu-west-1/ }).check();
  await admin.getByRole("button", { name: "Connect selected" }).click();
  await expect(admin.getByText("Team: select a team").first()).toBeVisible();
  await admin.getByLabel("Team", { exact: true }).selectOption("No team yet: no one can decide its invitations");
  await admin.getByRole("button", { name: "Connect selected" }).click();
  await expect(admin.getByText("1 account was connected.")).toBeVisible();

  await reviewer.goto("/?view=all");
  await expect(reviewer.getByRole("note").filter({ hasText: "No team covers 1 account" })).toBeVisible();
  await expectAccessible(reviewer);
  await reviewer.getByRole("link", { name: "See whom to ask" }).click();
  await expect(reviewer.getByText("These admins can assign accounts to a team: admin")).toBeVisible();
  await expectAccessible(reviewer);

  await admin.getByRole("link", { name: "Assign to a team…" }).click();
  await admin.getByLabel("Store systems").check();
  await admin.getByLabel("Team", { exact: true }).selectOption("Platform");
  await admin.getByRole("button", { name: "Assign selected" }).click();
  await expect(admin.getByText("1 account was assigned to this team.")).toBeVisible();
  await reviewer.goto("/?view=all");
  await expect(reviewer.getByText("No team covers")).toHaveCount(0);

  await admin.goto("/connections/777788889999/removal");
  await admin.getByRole("button", { name: /^Remove/ }).click();
  await expect(admin).toHaveURL(/\/connections$/);
});
