import { addAuthenticator, named } from "./authenticator.mjs";
import { expectAccessible } from "./checks.mjs";
import { expect, signIn, test } from "./session.mjs";

test("a user adds, renames, uses and removes a passkey", async ({ open, baseURL }) => {
  const page = await open(undefined, { baseURL: named(baseURL), viewport: { width: 390, height: 844 } });
  await addAuthenticator(page);
  await page.goto("/account");
  await signIn(page, "mia");
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await expect(page.getByLabel("Name of the passkey")).toHaveValue(/ on /);
  await expectAccessible(page);
  await page.getByLabel("Name of the passkey").fill("Phone <b>");
  await page.getByRole("button", { name: "Create passkey" }).click();
  await expect(page.getByRole("status").first()).toContainText("The passkey Phone <b> is added.");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Phone <b>" }).click();
  await expectAccessible(page);
  await page.getByLabel("Name of the passkey").fill(" ");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter a name for the passkey");
  await page.getByLabel("Name of the passkey").fill("Work phone");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("status").first()).toContainText("The passkey is now called Work phone.");

  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Create passkey" }).click();
  await expect(page.getByRole("alert")).toHaveText("This device already has a passkey of yours.");

  const other = await open(undefined, { baseURL: named(baseURL) });
  await addAuthenticator(other);
  await other.goto("/login");
  await other.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(other.getByRole("alert")).toHaveText("No passkey was used. Try again.");

  await page.goto("/again?to=/account");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");

  const admin = await open("admin");
  await admin.goto("/users/edit?user=mia");
  await expect(admin.getByRole("table", { name: "Passkeys" })).toContainText("Work phone");
  await expectAccessible(admin);
  await page.getByRole("link", { name: "Work phone" }).click();
  await page.getByRole("button", { name: "Remove passkey" }).click();
  await expect(page.getByRole("status").first()).toContainText("The passkey Work phone is removed.");
});

test("without script the pages say that passkeys need it", async ({ open, baseURL }) => {
  const page = await open(undefined, { baseURL: named(baseURL), javaScriptEnabled: false });
  await page.goto("/login");
  expect(await page.locator("main").innerText()).toContain("Passkeys need JavaScript.");
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
  await signIn(page, "ben");
  await page.goto("/account/passkeys/new");
  expect(await page.locator("main").innerText()).toContain("Passkeys need JavaScript.");
});
