import { expectAccessible } from "./checks.mjs";
import { startProvider } from "./provider.mjs";
import { expect, test } from "./session.mjs";
import { startWithProvider } from "./start-application.mjs";

let provider;
let application;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(150_000);
  provider = await startProvider({ kim: ["staff", "admins"], eve: ["staff"] });
  application = await startWithProvider(provider.issuer);
});

test.afterAll(async () => {
  await application?.stop();
  provider?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a user of a provider signs in, confirms and signs out ${how} script`, async ({ open }) => {
    provider.ageSeconds = 600;
    const before = provider.signOuts;
    const page = await open(undefined, { baseURL: application.url, javaScriptEnabled });
    await page.goto("/");
    await signIn(page, "kim");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");
    await expect(page.getByRole("link", { name: "Connections" }).last()).toBeVisible();

    await page.goto("/users/edit?user=kim");
    await expect(page.getByText("This is your account.")).toBeVisible();
    await page.goto("/users/new");
    await page.getByLabel("Username").fill(`new-${how}`);
    await page.getByLabel(/^Auditor/).check();
    await page.getByRole("button", { name: "Add user" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm your sign-in");
    if (javaScriptEnabled) {
      await expectAccessible(page);
    }
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("Confirm your sign-in in the new window first")).toBeVisible();

    const [confirmation] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "Confirm with Staff in a new window" }).click(),
    ]);
    await answer(confirmation, "kim");
    await expect(confirmation.getByRole("heading", { level: 1 })).toHaveText("Sign-in confirmed");
    if (javaScriptEnabled) {
      await expectAccessible(confirmation);
    }
    await confirmation.close();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Password code");

    await page.locator("summary", { hasText: "kim" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    // its page continues at the provider, which leads back
    await expect(page).toHaveURL(`${application.url}/login?signed-out`);
    expect(provider.signOuts).toBe(before + 1);
  });
}

test("a user without a mapped group sees the groups", async ({ open }) => {
  const page = await open(undefined, { baseURL: application.url, viewport: { width: 390, height: 844 } });
  await page.goto("/login");
  await expectAccessible(page);
  await signIn(page, "eve");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign-in failed");
  await expect(page.getByRole("main")).toContainText("none of your groups gives a role");
  await expect(page.getByRole("list", { name: "Groups received:" })).toHaveText("staff");
  await expectAccessible(page);
});

async function signIn(page, user) {
  await page.getByRole("link", { name: "Sign in with Staff" }).click();
  await answer(page, user);
}

/** On the page of the provider. */
async function answer(page, user) {
  await page.getByLabel("User").fill(user);
  await page.getByRole("button", { name: "Continue" }).click();
}
