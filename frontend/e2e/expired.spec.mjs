import { decide, expect, review, signIn, test } from "./session.mjs";
import { share } from "./owner.mjs";

const TYPED = "Typed for a long while, and dear to me.";

test("a form whose session has ended sends nothing, says so and loses no text", async ({ reviewer: page }) => {
  const invitation = await share();
  await review(page, invitation);
  await page.context().clearCookies({ name: "COUNTERSIGN" });
  await decide(page, "Accept", TYPED);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are signed out");
  await expect(page.getByLabel("Your text, to copy")).toHaveValue(TYPED);
  expect(await invitation.status()).toBe("PENDING");

  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/login");
  await signIn(page, "reviewer");
  await expect(page).toHaveURL(`/invitations/${invitation.id}`);
});

test("going back keeps what was typed", async ({ reviewer: page, session, baseURL }) => {
  const invitation = await share();
  await review(page, invitation);
  await page.context().clearCookies({ name: "COUNTERSIGN" });
  await decide(page, "Accept", TYPED);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are signed out");

  const { cookies } = await session("reviewer");
  await page.context().addCookies(cookies);
  await page.goBack();
  await expect(page).toHaveURL(`${baseURL}/invitations/${invitation.id}`);
  await expect(page.getByLabel("Reason")).toHaveValue(TYPED);
});
