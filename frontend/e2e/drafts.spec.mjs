import { expect, review, signIn, test } from "./session.mjs";
import { share } from "./owner.mjs";

const DRAFT = "Private draft of the reviewer about this owner.";

async function writeDraft(page, invitation) {
  await page.goto(`/invitations/${invitation.id}`);
  await page.getByLabel("Reason").fill(DRAFT);
}

const stored = (page) => page.evaluate(() => JSON.stringify(sessionStorage));

async function signOut(page) {
  await page.getByText("User menu").locator("..").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login\?signed-out/);
}

test("a draft is not kept at the sign-out, and the next person gets an empty form", async ({ open }) => {
  const invitation = await share();
  const page = await open();
  await page.goto("/login");
  await signIn(page, "reviewer");
  await review(page, invitation);
  await page.locator("summary[title='Theme']").click();
  await page.getByRole("button", { name: "Dark" }).click();
  await writeDraft(page, invitation);
  await page.getByRole("button", { name: "Assign to me", exact: true }).click();
  await expect(page.getByLabel("Reason")).toHaveValue(DRAFT);
  await page.getByRole("button", { name: "Unassign me", exact: true }).click();
  await expect(page.getByLabel("Reason")).toHaveValue(DRAFT);
  await signOut(page);
  expect(await stored(page)).not.toContain(DRAFT);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await signIn(page, "lead");
  await page.goto(`/invitations/${invitation.id}`);
  await expect(page.getByLabel("Reason")).toHaveValue("");
});

test("after a session that ended, a draft comes back to the same person and to nobody else", async ({ open }) => {
  const invitation = await share();
  const page = await open();
  await page.goto("/login");
  await signIn(page, "reviewer");
  await review(page, invitation);
  for (const next of ["reviewer", "lead"]) {
    await writeDraft(page, invitation);
    await page.context().clearCookies({ name: "COUNTERSIGN" });
    await page.getByRole("button", { name: "Assign to me", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are signed out");
    expect(await stored(page)).toContain(DRAFT);
    expect(await page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain("reviewer");
    await page.goto("/login");
    await signIn(page, next);
    await page.goto(`/invitations/${invitation.id}`);
    await expect(page.getByLabel("Reason")).toHaveValue(next === "reviewer" ? DRAFT : "");
  }
  expect(await stored(page)).not.toContain(DRAFT);
});
