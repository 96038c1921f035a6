import { expectAccessible, tabTo } from "./checks.mjs";
import { decide, expect, fact, REASON, review, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";
import { shareAt, updateCalls } from "./simulator.mjs";

// no other spec decides here, so that calls can be counted
const PLACE = { to: "222233334444", region: "ap-southeast-2" };
const contributor = (options) => share({ ...PLACE, permission: "CONTRIBUTOR", ...options });

test.describe.configure({ mode: "default" });

test("an owner who adds rights during a review is noticed, and old and new values are side by side", async ({
  reviewer: page,
}) => {
  const invitation = await share(PLACE);
  const before = await updateCalls(PLACE.to, PLACE.region);
  await review(page, invitation);
  await invitation.allow("CONTRIBUTOR");
  await decide(page, "Accept");

  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("The invitation changed after you opened it.");
  const drift = page.getByRole("table");
  await expect(drift.getByRole("row").nth(1)).toContainText(/Permission\s*Read-only\s*Contributor/);
  await expect(fact(page, "Permission")).toContainText("Contributor");
  await expect(page.getByLabel("Reason")).toHaveValue(REASON);
  await expectAccessible(page);
  expect(await updateCalls(PLACE.to, PLACE.region)).toBe(before);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });

  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("On hold, not sent yet");
});

test("a held decision can be withdrawn, and the invitation decided again", async ({ reviewer: page, lead }) => {
  const invitation = await contributor();
  await review(page, invitation);
  await decide(page, "Accept");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("On hold, not sent yet");
  await expect(page.locator(".banner")).toBeFocused();
  await expect(page.getByRole("timer")).toContainText(/Sent in \d s/);

  await lead.goto(`/invitations/${invitation.id}`);
  await expect(lead.locator(".page-head").getByText("On hold")).toBeVisible();
  await expect(lead.getByRole("link", { name: /On hold by reviewer until/ })).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("Withdrawn: nothing was sent");
  await expect(page.locator(".banner")).toContainText("reviewer undid the decision");
  await expectAccessible(page);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });

  await page.getByRole("link", { name: "Decide again" }).click();
  await expect(page.getByRole("radio", { name: "Accept" })).toBeChecked();
  await page.getByRole("radio", { name: "Reject" }).check();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(title).toHaveText(/^Rejected/);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "REJECTED", decisions: 1 });
});

test("what is held is sent at the end, and followed until it is seen in the account", async ({ reviewer: page }) => {
  const invitation = await contributor();
  await review(page, invitation);
  await decide(page, "Accept");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("On hold, not sent yet");
  expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING" });
  await expect
    .poll(() => page.getByRole("timer").allTextContents(), { intervals: [100], timeout: 20_000 })
    .toEqual([expect.stringContaining("Sending…")]);
  await expect(title).toHaveText(/^(Sending|Accepted)/, { timeout: 2_000 });
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(title).toHaveText("Accepted and verified in Logistics", { timeout: 30_000 });
  await expect(fact(page, "Findings")).toContainText("GetWorkload shows the resource in the account");
  await expect(page.locator(".timeline")).toContainText("Re-checked in AWS: unchanged");
  expect(await shareAt(invitation.id)).toMatchObject({ status: "ACCEPTED", decisions: 1 });
});

test("holding, taking back and sending work without script", async ({ open }) => {
  const page = await open("reviewer", { javaScriptEnabled: false });
  const title = page.getByRole("heading", { level: 1 });
  const word = unique();
  for (const step of ["back", "through"]) {
    const invitation = await contributor({ name: `${word} ${step}` });
    await review(page, invitation);
    await decide(page, "Accept");
    await expect(title).toHaveText("On hold, not sent yet");
    await expect(page.getByText(/Sent in \d s/)).toBeVisible();
    if (step === "back") {
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(title).toHaveText("Withdrawn: nothing was sent");
    } else {
      await expect(title).toHaveText("Accepted and verified in Logistics", { timeout: 30_000 });
    }
  }
});

test("a held decision's page is accessible, and only the decider and a lead can take it back", async ({ open }) => {
  const [page, auditor, lead] = [await open("reviewer"), await open("auditor"), await open("lead")];
  const invitation = await contributor();
  await review(page, invitation);
  await decide(page, "Accept");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await auditor.goto(page.url());
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("On hold, not sent yet");
  await expect(auditor.getByRole("button", { name: "Undo" })).toHaveCount(0);
  // the page of the reviewer does not learn of it
  await page.route(page.url(), (route) => (route.request().resourceType() === "fetch" ? route.abort() : route.continue()));
  await lead.goto(page.url());
  await lead.getByRole("button", { name: "Undo" }).click();
  await expect(lead.locator(".banner")).toContainText("lead undid the decision");

  // the same button in a page that is still open: it is done, and not too late
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".banner")).toContainText("lead undid the decision");
  await expect(page.getByText("Too late to undo")).toHaveCount(0);
});
