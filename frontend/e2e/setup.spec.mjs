import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expectAccessible } from "./checks.mjs";
import { expect, test } from "./session.mjs";
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
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add a connection");
    await expect(page.locator("summary", { hasText: "ann" })).toBeVisible();

    await visitor.goto("/setup");
    await expect(visitor).toHaveURL(`${url}/login`);
    await expect(visitor.getByRole("link", { name: "Create the first admin" })).toHaveCount(0);
  } finally {
    await stop();
  }
});

async function send(page, token, password, repeated) {
  await page.getByLabel("Setup token").fill(token);
  await page.getByLabel("Username").fill("ann");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(repeated);
  await page.getByRole("button", { name: "Create admin" }).click();
}
