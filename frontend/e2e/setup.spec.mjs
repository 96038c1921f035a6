import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addAuthenticator, named } from "./authenticator.mjs";
import { expectAccessible } from "./checks.mjs";
import { expect, signIn, test } from "./session.mjs";
import { startWithoutUsers } from "./start-application.mjs";

const PASSWORD = "four quite unrelated words";

test("the setup token creates the first admin, also without JavaScript", async ({ open }) => {
  test.slow();
  const { url, directory, log, stop } = await startWithoutUsers();
  try {
    // pages are served before the start is complete
    const printed = async () => (await readFile(log, "utf8")).match(/^Setup token: ([0-9a-f]{32})$/m);
    await expect.poll(printed).toBeTruthy();
    const token = (await printed())[1];
    expect(await readFile(join(directory, "data", "setup-token"), "utf8")).toBe(`${token}\n`);

    const visitor = await open(undefined, { baseURL: url });
    for (const path of ["/login", "/setup"]) {
      await visitor.goto(path);
      await expectAccessible(visitor);
    }

    const page = await open(undefined, { baseURL: url, javaScriptEnabled: false });
    await page.goto("/");
    await page.getByRole("link", { name: "Create the first admin" }).click();
    await send(page, "a wrong token", PASSWORD, PASSWORD);
    await expect(page.getByRole("alert")).toContainText("This setup token is unknown");
    await send(page, token, "countersign", "another");
    await expect(page.getByRole("alert")).toContainText("The password must have at least 12 characters.");
    await expect(page.getByRole("alert")).toContainText("The passwords differ.");
    await expect(page.getByLabel("Username")).toHaveValue("ann");

    await send(page, token, PASSWORD, PASSWORD);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add a passkey");
    await expect(page.getByText("Browsers offer passkeys only on a host name over HTTPS, or on localhost.")).toBeVisible();
    await page.goto("/users");
    await expect(page).toHaveURL(`${url}/passkey?to=%2Fusers`);
    await addsAPasskey(await open(undefined, { baseURL: named(url) }));

    await visitor.goto("/setup");
    await expect(visitor).toHaveURL(`${url}/login`);
    await expect(visitor.getByRole("link", { name: "Create the first admin" })).toHaveCount(0);
  } finally {
    await stop();
  }
});

/** The first admin needs a passkey beside the password, and can sign in with it alone. */
async function addsAPasskey(page) {
  const device = await addAuthenticator(page);
  await page.goto("/connections/new");
  await signIn(page, "ann", PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add a passkey");
  await expectAccessible(page);
  await page.getByLabel("Name of the passkey").fill("");
  await page.getByRole("button", { name: "Create passkey" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter a name for the passkey");
  await page.getByLabel("Name of the passkey").fill("Laptop");
  await page.getByRole("button", { name: "Create passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add a connection");
  await signOut(page);

  await signIn(page, "ann", PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm with your passkey");
  await expectAccessible(page);
  await device.agrees(false);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("alert")).toHaveText("No passkey was used. Try again.");
  await device.agrees(true);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");
  await signOut(page);

  await page.goto("/users");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Users");
}

async function signOut(page) {
  await page.locator("summary", { hasText: "ann" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
}

async function send(page, token, password, repeated) {
  await page.getByLabel("Setup token").fill(token);
  await page.getByLabel("Username").fill("ann");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(repeated);
  await page.getByRole("button", { name: "Create admin" }).click();
}
