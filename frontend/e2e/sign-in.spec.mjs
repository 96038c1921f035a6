import { expect, signIn, test } from "./session.mjs";
import { unique } from "./owner.mjs";

test("signs in and out", async ({ open }) => {
  const page = await open();
  await page.goto("/");
  await expect(page).toHaveURL("/login");
  await signIn(page, "lead");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");
  await expect(page.getByText("Simulated AWS data", { exact: true })).toBeVisible();

  await page.locator("summary", { hasText: "lead" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
  await page.goto("/");
  await expect(page).toHaveURL("/login");
});

test("a wrong password is refused, and the name stays in its field", async ({ open }) => {
  const page = await open();
  await page.goto("/login");
  await signIn(page, "admin", "wrong");
  await expect(page.getByRole("alert")).toHaveText("Incorrect username or password.");
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.getByLabel("Username", { exact: true })).toHaveValue("admin");
  await expect(page.getByLabel("Password")).toBeFocused();
  await signIn(page, "admin");
  await expect(page).toHaveURL("/");
});

test("after five wrong passwords a name has to wait", async ({ open }) => {
  const page = await open();
  const name = unique();
  await page.goto("/login");
  for (let guess = 1; guess <= 5; guess++) {
    await signIn(page, name, "wrong");
    await expect(page.getByRole("alert")).toHaveText("Incorrect username or password.");
  }
  await signIn(page, name, "wrong");
  await expect(page.getByRole("alert")).toContainText("Too many attempts for this username or from your network. Try again in 15 minutes");
});

test("sign-in leads to the page that was asked for", async ({ open }) => {
  const page = await open();
  await page.goto("/history?action=SIGN_IN");
  await expect(page).toHaveURL("/login");
  await signIn(page, "auditor");
  await expect(page).toHaveURL("/history?action=SIGN_IN");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Audit log");
});
