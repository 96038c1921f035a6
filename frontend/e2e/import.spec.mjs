import { expectAccessible } from "./checks.mjs";
import { expect, test } from "./session.mjs";

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

  const scripted = await open("admin");
  await scripted.goto("/connections/import");
  await expect(scripted.getByRole("button", { name: "Copy Commands" })).toBeVisible();
  await expectAccessible(scripted);
  const download = scripted.waitForEvent("download");
  await scripted.getByRole("link", { name: "CloudFormation StackSet" }).click();
  expect((await download).suggestedFilename()).toBe("countersign-roles.yaml");
});
