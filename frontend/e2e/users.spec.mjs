import { expectAccessible } from "./checks.mjs";
import { unique } from "./owner.mjs";
import { expect, signIn, test } from "./session.mjs";

const PASSWORD = "four quite unrelated words";

for (const javaScriptEnabled of [true, false]) {
  test(`an admin adds a user, who sets a password ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const name = `user-${unique()}`;
    const admin = await open("admin", { viewport: { width: 390, height: 844 }, javaScriptEnabled });
    await admin.goto("/users");
    await admin.getByRole("link", { name: "Add user" }).click();
    await admin.getByRole("button", { name: "Add user" }).click();
    await expect(admin.getByRole("alert")).toContainText("Select at least one role");
    await admin.getByLabel("Username").fill(name);
    await admin.getByLabel(/^Reviewer/).check();
    await admin.getByRole("button", { name: "Add user" }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Password code");
    const code = await admin.locator("main .mono").textContent();
    await admin.goto("/users");
    await expect(admin.getByRole("row", { name })).toContainText("Password code not used yet");

    const page = await open(undefined, { javaScriptEnabled });
    await page.goto("/login");
    await page.getByRole("link", { name: "Set a password with a code" }).click();
    await setPassword(page, "a wrong code");
    await expect(page.getByRole("alert")).toContainText("This password code is unknown");
    await setPassword(page, code);
    await expect(page.getByRole("status")).toContainText(`The password of ${name} is set.`);
    await signIn(page, name, PASSWORD);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");

    await changePassword(page, "a wrong one");
    await expect(page.getByRole("alert")).toContainText("Incorrect password");
    if (javaScriptEnabled) {
      await expectAccessible(page);
    }
    await changePassword(page, PASSWORD);
    await expect(page.getByRole("status")).toContainText("Your password is changed.");

    await admin.goto(`/users/edit?user=${name}`);
    await admin.getByRole("button", { name: "Disable user" }).click();
    await expect(admin.getByRole("status")).toContainText(`The user ${name} is disabled.`);
    await page.goto("/");
    await expect(page).toHaveURL("/login");
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`an admin tries the group mapping ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const page = await open("admin", { viewport: { width: 390, height: 844 }, javaScriptEnabled });
    await page.goto("/users");
    await page.getByRole("link", { name: "Group mapping" }).click();
    await expect(page.getByRole("table", { name: "Group mapping" })).toContainText("Unknown (Reviewer; no team has this name)");

    await tryClaims(page, "not JSON");
    await expect(page.getByRole("alert")).toContainText("Enter a JSON object");
    await expect(page.getByLabel("Claims of an ID token")).toHaveValue("not JSON");
    await tryClaims(page, '{"groups": ["staff"]}');
    await expect(page.getByRole("region", { name: "Result" })).toContainText("These groups allow no sign-in. None of the groups gives a role.");
    await tryClaims(page, '{"groups": ["platform-leads", "staff"]}');
    const result = page.getByRole("region", { name: "Result" });
    await expect(result).toContainText("These groups allow a sign-in.");
    await expect(result).toContainText("Platform (Lead)");
    await expect(result.getByRole("list", { name: "Groups that are not mapped" })).toHaveText("staff");
    if (javaScriptEnabled) {
      await expectAccessible(page);
    }
  });
}

async function tryClaims(page, claims) {
  await page.getByLabel("Claims of an ID token").fill(claims);
  await page.getByRole("button", { name: "Try", exact: true }).click();
}

test("the card of a user is compact on a phone", async ({ open }) => {
  const page = await open("admin");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/users");
  const card = await page.getByRole("row").filter({ hasText: "auditor" }).first().boundingBox();
  expect(card.height).toBeLessThan(190);
});

test("the pages of users are accessible", async ({ open }) => {
  const page = await open("admin");
  for (const path of ["/users", "/users/new", "/users/edit?user=lead", "/users/edit?user=admin"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  const stranger = await open();
  await stranger.goto("/password");
  await expectAccessible(stranger);
});

async function changePassword(page, current) {
  await page.goto("/account");
  await page.getByLabel("Your password").fill(current);
  await page.getByLabel("New password").fill("another seven purple lanterns");
  await page.getByLabel("Password again").fill("another seven purple lanterns");
  await page.getByRole("button", { name: "Change password" }).click();
}

async function setPassword(page, code) {
  await page.getByLabel("Password code").fill(code);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("Password again").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
}
