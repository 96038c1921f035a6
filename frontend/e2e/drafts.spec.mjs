import { expect, review, signIn, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";

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

test("a draft stays while the keys n and p open other invitations, and is deleted at the sign-out", async ({ open }) => {
  const word = unique();
  const first = await share({ name: `${word} a` });
  const second = await share({ name: `${word} b` });
  const page = await open();
  await page.goto("/login");
  await signIn(page, "reviewer");
  await review(page, second);
  const title = page.getByRole("heading", { level: 1 });
  await page.goto(`/invitations/${first.id}?text=${word}&sort=name`);
  await page.waitForLoadState();
  await page.getByLabel("Reason").fill(DRAFT);
  await page.getByLabel("Reason").blur();
  await page.keyboard.press("n");
  await expect(title).toHaveText(second.name);
  await expect(page.getByLabel("Reason")).toHaveValue("");
  await page.waitForLoadState();
  await page.keyboard.press("p");
  await expect(title).toHaveText(first.name);
  await expect(page.getByLabel("Reason")).toHaveValue(DRAFT);
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(title).toHaveText(second.name);
  await page.waitForLoadState();
  expect(await stored(page)).toContain(DRAFT);
  await signOut(page);
  expect(await stored(page)).not.toContain(DRAFT);
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
