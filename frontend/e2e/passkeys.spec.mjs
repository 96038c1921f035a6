import { addAuthenticator, named } from "./authenticator.mjs";
import { expectAccessible } from "./checks.mjs";
import { unique } from "./owner.mjs";
import { expect, signIn, test } from "./session.mjs";

const PASSWORD = "four quite unrelated words";

test("a user adds, renames, uses and removes a passkey", async ({ open, baseURL }) => {
  const page = await open(undefined, { baseURL: named(baseURL), viewport: { width: 390, height: 844 } });
  await addAuthenticator(page);
  // the removal ends other sessions, so no other test may use the user
  const name = `user-${unique()}`;
  const admin = await open("admin");
  await addUser(admin, page, name);
  await page.goto("/account");
  await signIn(page, name, PASSWORD);
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

  await admin.goto(`/users/edit?user=${name}`);
  await expect(admin.getByRole("table", { name: "Passkeys" })).toContainText("Work phone");
  await expectAccessible(admin);
  await page.getByRole("link", { name: "Work phone" }).click();
  await page.getByRole("button", { name: "Remove passkey" }).click();
  await expect(page.getByRole("status").first()).toContainText("The passkey Work phone is removed.");
});

async function addUser(admin, page, name) {
  await admin.goto("/users/new");
  await admin.getByLabel("Username").fill(name);
  await admin.getByLabel(/^Reviewer/).check();
  await admin.getByRole("button", { name: "Add user" }).click();
  const code = await admin.locator("main .mono").textContent();
  await page.goto("/password");
  await page.getByLabel("Password code").fill(code);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("Password again").fill(PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
}

test("without script the pages say that passkeys need it", async ({ open, baseURL }) => {
  const page = await open(undefined, { baseURL: named(baseURL), javaScriptEnabled: false });
  await page.goto("/login");
  expect(await page.locator("main").innerText()).toContain("Passkeys need JavaScript.");
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
  await signIn(page, "ben");
  await page.goto("/account/passkeys/new");
  expect(await page.locator("main").innerText()).toContain("Passkeys need JavaScript.");
});
