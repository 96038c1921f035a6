import { expectAccessible } from "./checks.mjs";
import { expect, fact, names, review, REASON, signIn, test } from "./session.mjs";
import { EXTERNAL, share, unique } from "./owner.mjs";

// no other spec looks here
const STRANGE = { from: EXTERNAL, permission: "CONTRIBUTOR", to: "444455556666", region: "ap-southeast-2" };
const BECAUSE = "I looked at it as well, with the owner.";
const EMERGENCY = "No member of the team is available, and the migration of tonight needs it.";

/** The session that other specs share may be older than five minutes. */
async function signedInNow(open, name, options) {
  const page = await open(undefined, options);
  await page.goto("/login");
  await signIn(page, name);
  return page;
}

async function answer(page, choice, reason) {
  await page.getByRole("radio", { name: choice }).check();
  await page.getByLabel("Reason", { exact: true }).fill(reason);
  await page.getByRole("button", { name: choice }).click();
}

async function propose(page) {
  await page.getByRole("radio", { name: "Propose to accept" }).check();
  await page.getByLabel("Reason", { exact: true }).fill(REASON);
  await page.getByRole("button", { name: "Propose", exact: true }).click();
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
}

test("one proposes, another confirms, and both names stand on the decision", async ({ open }) => {
  const [reviewer, lead] = [await signedInNow(open, "reviewer"), await signedInNow(open, "lead")];
  const invitation = await share(STRANGE);
  await review(reviewer, invitation);
  await expect(reviewer.getByText("Needs a second approval.")).toBeVisible();
  await propose(reviewer);
  await expect(reviewer.getByRole("radio")).toHaveCount(0);
  expect(await invitation.status()).toBe("PENDING");

  await lead.goto(`/?text=${invitation.id}`);
  await expect(lead.getByText("No pending invitation matches this filter.")).toBeVisible();
  await lead.getByRole("link", { name: "1 waiting for approval: show" }).click();
  await expect(lead.getByText("Proposed by reviewer")).toBeVisible();
  await lead.getByRole("link", { name: /^Waiting for approval/ }).click();
  await lead.getByRole("link", { name: "Proposals", exact: true }).click();
  await lead.getByRole("link", { name: invitation.name }).click();
  await answer(lead, "Approve and accept", "");
  await expect(lead).toHaveTitle(/^Error: /);
  await answer(lead, "Approve and accept", BECAUSE);
  await expect(fact(lead, "Proposed by")).toHaveText("reviewer");
  await expect(fact(lead, "Approved by")).toHaveText("lead");
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText(/^Accepted/, { timeout: 40_000 });
  expect(await invitation.status()).toBe("ACCEPTED");
  await lead.getByRole("link", { name: "Timeline" }).click();
  await expect(lead.getByText("lead approved the proposal")).toBeVisible();
});

test("every user can read proposals", async ({ open }) => {
  const [reviewer, lead] = [await signedInNow(open, "reviewer"), await open("lead")];
  const invitation = await share(STRANGE);
  await review(reviewer, invitation);
  await expectAccessible(reviewer);
  await propose(reviewer);
  await lead.goto(`/invitations/${invitation.id}`);
  await expect(lead.getByRole("radio", { name: "Approve and accept" })).toBeVisible();
  await expectAccessible(lead);
  await lead.goto("/proposals");
  await expectAccessible(lead);
});

test("what is sent back is not confirmed any more", async ({ open }) => {
  const [reviewer, lead] = [await signedInNow(open, "reviewer"), await signedInNow(open, "lead")];
  const invitation = await share(STRANGE);
  await review(reviewer, invitation);
  await propose(reviewer);
  await lead.goto(`/invitations/${invitation.id}`);
  await answer(lead, "Return to proposer", "Ask the owner for a reading share first.");
  await expect(lead.getByText("The proposal was returned to the proposer.")).toBeVisible();

  await reviewer.reload();
  await expect(reviewer.getByText("lead returned the proposal")).toBeVisible();
  await expect(reviewer.getByText("“Ask the owner for a reading share first.”")).toBeVisible();
  expect(await invitation.status()).toBe("PENDING");
});

test("an owner who changes the share ends the proposal", async ({ open }) => {
  const [reviewer, lead] = [await signedInNow(open, "reviewer"), await signedInNow(open, "lead")];
  const invitation = await share(STRANGE);
  await review(reviewer, invitation);
  await propose(reviewer);
  await lead.goto(`/invitations/${invitation.id}`);
  await invitation.allow("READONLY");
  await answer(lead, "Approve and accept", BECAUSE);
  await expect(lead.getByRole("heading", { name: "What changed" })).toBeVisible();
  await expect(lead.getByLabel("Reason", { exact: true })).toHaveValue(BECAUSE);
  expect(await invitation.status()).toBe("PENDING");
});

test("an admin decides alone, and it stands out in words", async ({ open }) => {
  const admin = await signedInNow(open, "admin");
  const invitation = await share(STRANGE);
  await review(admin, invitation);
  await admin.getByRole("link", { name: "Break-glass: accept without a second approver…" }).click();
  await expect(admin.getByRole("listitem").filter({ hasText: /^lead$/ })).toBeVisible();
  await expectAccessible(admin);
  const reason = admin.getByLabel("Why can’t it wait for a second approver?");
  await reason.fill("No time to lose");
  await admin.getByRole("button", { name: "Accept without approval" }).click();
  await expect(admin.getByRole("link", { name: /at least 50 characters/ })).toBeVisible();
  await reason.fill(EMERGENCY);
  await admin.getByRole("button", { name: "Accept without approval" }).click();
  await expect(admin.getByRole("heading", { name: "Break-glass: no second approver" })).toBeVisible();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText(/^Accepted/, { timeout: 40_000 });
  expect(await invitation.status()).toBe("ACCEPTED");

  await admin.goto(`/history?action=BREAK_GLASS&text=${invitation.id}`);
  const row = admin.getByRole("row").filter({ hasText: "Break-glass" });
  await expect(row.getByText("Without approval")).toBeVisible();
  await expect(row.getByText(/bypassed: .*lead/)).toBeVisible();
  await expectAccessible(admin);
});

test("every user can read the rules, without script too", async ({ open }) => {
  const auditor = await open("auditor");
  await auditor.goto("/rules");
  await expect(auditor.getByText(/Accepting .* from .*an external owner.* requires a second approver/)).toBeVisible();
  await expectAccessible(auditor);

  const [reviewer, lead] = [
    await signedInNow(open, "reviewer", { javaScriptEnabled: false }),
    await signedInNow(open, "lead", { javaScriptEnabled: false }),
  ];
  const invitation = await share(STRANGE);
  await review(reviewer, invitation);
  await propose(reviewer);
  await reviewer.getByRole("button", { name: "Withdraw proposal" }).click();
  await expect(reviewer.getByText("The proposal was withdrawn.")).toBeVisible();
  await propose(reviewer);
  await lead.goto(`/invitations/${invitation.id}`);
  await answer(lead, "Approve and accept", BECAUSE);
  await expect(fact(lead, "Proposed by")).toHaveText("reviewer");
});

test("keys walk the proposals, and open and submit the answer", async ({ open }) => {
  const [reviewer, lead] = [await signedInNow(open, "reviewer"), await signedInNow(open, "lead")];
  const word = unique();
  for (const letter of ["a", "b"]) {
    const invitation = await share({ ...STRANGE, name: `${word} ${letter}` });
    await review(reviewer, invitation);
    await propose(reviewer);
  }
  const title = lead.getByRole("heading", { level: 1 });
  await lead.goto(`/?state=waiting&text=${word}&sort=name`);
  await names(lead).first().click();
  await expect(title).toHaveText(`${word} a`);
  await lead.waitForLoadState();
  await lead.keyboard.press("n");
  await expect(title).toHaveText(`${word} b`);
  await lead.waitForLoadState();
  await lead.keyboard.press("p");
  await expect(title).toHaveText(`${word} a`);
  await lead.waitForLoadState();

  await lead.keyboard.press("a");
  await expect(lead.getByRole("radio", { name: "Approve and accept" })).toBeChecked();
  await lead.keyboard.type(BECAUSE);
  await lead.keyboard.press("Control+Enter");
  await expect(fact(lead, "Approved by")).toHaveText("lead");

  await lead.goto("/proposals");
  await lead.getByRole("link", { name: `${word} b` }).click();
  await expect(lead).toHaveURL(/state=waiting/);
});
