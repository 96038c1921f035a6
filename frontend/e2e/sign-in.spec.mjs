import { expect, test } from "./desk.mjs";

test("the sign-in page asks for a name and a password", async ({ page }) => {
  await page.goto("/login");
  await expect(page.locator("input[name=username]")).toBeVisible();
  await expect(page.locator("input[name=password]")).toBeVisible();
});
