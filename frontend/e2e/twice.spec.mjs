import { decide, expect, REASON, review, test } from "./session.mjs";
import { share } from "./owner.mjs";
import { shareAt, updateCalls } from "./simulator.mjs";

// no other spec decides here, so that calls can be counted
const PLACE = { to: "333344445555", region: "us-east-1" };

test.describe.configure({ mode: "default" });

test("of two users, one decides, and the other is told who and keeps the reason", async ({ reviewer, lead }) => {
  const invitation = await share(PLACE);
  const before = await updateCalls(PLACE.to, PLACE.region);
  await review(reviewer, invitation);
  await review(lead, invitation);
  await decide(lead, "Accept");
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText(/^Accepted/);

  const typed = "Not ours: the workload belongs to another team.";
  await decide(reviewer, "Reject", typed);
  const refusal = reviewer.getByRole("alert");
  await expect(refusal).toContainText("Decision not sent");
  await expect(refusal).toBeFocused();
  await expect(reviewer).toHaveTitle(/^Error: /);
  await expect(reviewer.getByLabel("Your text, to copy")).toHaveValue(typed);
  await refusal.getByRole("link", { name: /View the decision of lead: accepted/ }).click();
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(/^Accepted/);

  expect((await updateCalls(PLACE.to, PLACE.region)) - before).toBe(1);
  expect(await invitation.status()).toBe("ACCEPTED");
});

test("fifty posts at once lead to one UpdateShareInvitation", async ({ reviewer: page, baseURL }) => {
  const invitation = await share(PLACE);
  const before = await updateCalls(PLACE.to, PLACE.region);
  await review(page, invitation);
  const form = {
    _csrf: await page.locator("main input[name=_csrf]").first().inputValue(),
    fingerprint: await page.locator("input[name=fingerprint]").inputValue(),
    action: "ACCEPT",
    reason: REASON,
  };
  const [cookie] = (await page.context().cookies(baseURL)).filter(({ name }) => name === "COUNTERSIGN");
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      fetch(`${baseURL}/invitations/${invitation.id}/decisions`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: `${cookie.name}=${cookie.value}` },
        body: new URLSearchParams(form),
      }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([302, ...Array(49).fill(409)]);
  expect((await updateCalls(PLACE.to, PLACE.region)) - before).toBe(1);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "ACCEPTED", decisions: 1 });
});
