import { expectAccessible } from "./checks.mjs";
import { unique } from "./owner.mjs";
import { expect, signIn, test } from "./session.mjs";

/** A window whose session differs from those of other tests. */
async function signedIn(open, name) {
  const userAgent = `Browser ${unique()}`;
  const page = await open(undefined, { userAgent });
  await page.goto("/login");
  await signIn(page, name);
  return { page, userAgent };
}

async function end(page, userAgent) {
  await page.getByRole("row").filter({ hasText: userAgent }).getByRole("button", { name: "Sign out" }).click();
}

test("a person lists the sessions from the menu and ends another one", async ({ open }) => {
  const [here, there] = [await signedIn(open, "mia"), await signedIn(open, "mia")];
  await here.page.getByText("User menu").locator("..").click();
  await here.page.getByRole("link", { name: "Sessions" }).click();
  await expect(here.page.getByRole("heading", { level: 1 })).toHaveText("Sessions");
  await expect(here.page.getByRole("row").filter({ hasText: "This session" })).toContainText(here.userAgent);
  await expectAccessible(here.page);
  await end(here.page, there.userAgent);
  await expect(here.page.getByRole("status")).toContainText("The session of mia was ended.");
  await there.page.goto("/sessions");
  await expect(there.page).toHaveURL(/\/login$/);
});

test("an admin ends the session of another person, also at 390 px", async ({ open }) => {
  const { page, userAgent } = await signedIn(open, "ben");
  const admin = await open("admin", { viewport: { width: 390, height: 844 } });
  await admin.goto("/sessions");
  await expect(admin.getByRole("heading", { name: "Sessions of other users" })).toBeVisible();
  await expectAccessible(admin);
  await end(admin, userAgent);
  await expect(admin.getByRole("status")).toContainText("The session of ben was ended.");
  await page.goto("/sessions");
  await expect(page).toHaveURL(/\/login$/);
});
