import { expectAccessible } from "./checks.mjs";
import { decide, expect, fact, review, signIn, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";

// looked after by mia and ben, and by the team of reviewer and lead
const RETAIL = { to: "111122223333", region: "eu-west-1" };

const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

async function give(page, delegate, from, until, reason) {
  await page.goto("/delegations");
  await page.getByLabel("Delegate", { exact: true }).fill(delegate);
  await page.getByLabel("First day").fill(from);
  await page.getByLabel("Last day").fill(until);
  await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: "Add delegate" }).click();
}

async function accept(delegate, reason) {
  await delegate.goto("/delegations");
  await delegate.getByRole("row").filter({ hasText: reason }).getByRole("button", { name: "Accept" }).click();
  await expect(delegate.getByText("You act on behalf of")).toBeVisible();
}

test("a delegate leads in the other's place, both names are shown, and it ends at once", async ({ open }) => {
  const [mia, ben, reviewer] = [await open("mia"), await open("ben"), await open("reviewer")];
  const [first, second] = [await share(RETAIL), await share(RETAIL)];
  await review(reviewer, first);
  for (const invitation of [first, second]) {
    await reviewer.goto(`/invitations/${invitation.id}`);
    await reviewer.getByRole("button", { name: "Assign to me", exact: true }).click();
    await expect(fact(reviewer, "Assignee")).toContainText("Assigned to you");
  }
  await ben.goto(`/invitations/${first.id}`);
  await expect(ben.locator(".assignee-notice")).toContainText("Assigned to reviewer until");
  await expect(ben.getByRole("radio", { name: "Reject" })).toHaveCount(0);

  const reason = `On leave <b>${unique()}</b>`;
  await give(mia, "ben", day(0), day(2), reason);
  await expect(mia.getByText("Waiting for ben to accept.")).toBeVisible();
  const row = mia.getByRole("row").filter({ hasText: reason });
  await expect(row).toContainText("ben on behalf of mia");
  await expect(row).toContainText("Not accepted yet");
  await ben.reload();
  await expect(ben.getByRole("radio", { name: "Reject" })).toHaveCount(0);
  await accept(ben, reason);
  await mia.reload();
  await expect(row).toContainText("Active");

  await ben.goto(`/invitations/${first.id}`);
  await expect(ben.getByText("On behalf of mia you can still decide.")).toBeVisible();
  await expect(fact(ben, "You act on behalf of")).toHaveText("mia");
  await decide(ben, "Reject");
  await expect(ben.getByText("ben on behalf of mia", { exact: true })).toBeVisible();
  await mia.goto(`/invitations/${first.id}`);
  await expect(mia.getByText("ben on behalf of mia decided to reject it; sent to AWS")).toBeVisible();

  await ben.goto(`/invitations/${second.id}`);
  await expect(ben.getByRole("button", { name: "Take over from reviewer" })).toBeVisible();
  await mia.goto("/delegations");
  await row.getByRole("button", { name: "End now" }).click();
  await expect(row).toContainText("Ended early by mia");
  await ben.getByRole("button", { name: "Take over from reviewer" }).click();
  await expect(ben.getByText("Only a lead of the responsible team can do this.")).toBeVisible();
  await ben.goto(`/invitations/${second.id}`);
  await expect(ben.locator(".assignee-notice")).toContainText("Assigned to reviewer until");
  await expect(ben.getByText("On behalf of mia")).toHaveCount(0);
});

test("what is wrong is named at its field, and what was typed stays", async ({ open }) => {
  const lead = await open("lead");
  await give(lead, "nobody", day(3), day(2), "…");
  await expect(lead).toHaveTitle(/^Error: /);
  const summary = lead.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([
    "Delegate: user nobody does not exist",
    "Last day: enter a date on or after the first day",
    "Reason: enter a reason in words",
  ]);
  await summary.getByRole("link", { name: "Last day" }).click();
  await expect(lead.getByLabel("Last day")).toBeFocused();
  await expect(lead.getByLabel("Delegate", { exact: true })).toHaveValue("nobody");
  await expect(lead.getByLabel("First day")).toHaveValue(day(3));
  await expect(lead.getByLabel("Reason")).toHaveValue("…");
  await expectAccessible(lead);
});

test("a delegation to come is accepted and ended by the delegate, and its page is accessible", async ({ open }) => {
  const [lead, reviewer] = [await open("lead"), await open("reviewer")];
  const reason = `Conference ${unique()}`;
  await give(lead, "reviewer", day(30), day(31), reason);
  const row = (page) => page.getByRole("row").filter({ hasText: reason });
  await expect(row(lead)).toContainText("Not accepted yet");
  await reviewer.goto("/delegations");
  await expect(row(reviewer).getByRole("button", { name: "Decline (reviewer on behalf of lead)" })).toBeVisible();
  await expectAccessible(reviewer);
  await accept(reviewer, reason);
  await expect(row(reviewer)).toContainText("Scheduled");
  await expectAccessible(reviewer);
  await row(reviewer).getByRole("button", { name: "End now (reviewer on behalf of lead)" }).click();
  await expect(row(reviewer)).toContainText("Canceled by reviewer");
});

test("the page is reached from the menu and from the teams, and fits 390 px", async ({ open }) => {
  const auditor = await open("auditor", { viewport: { width: 390, height: 844 } });
  await auditor.goto("/teams");
  await auditor.getByRole("link", { name: "Delegations" }).first().click();
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("Delegations");
  await expect(auditor.getByRole("button", { name: "Add delegate" })).toHaveCount(0);
  await expectAccessible(auditor);
  await auditor.goto("/");
  await auditor.getByText("User menu").locator("..").click();
  await auditor.locator(".menu").getByRole("link", { name: "Delegations" }).click();
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("Delegations");
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`the password is asked for once more and leads on, ${how} script`, async ({ open }) => {
    const page = await open(undefined, { javaScriptEnabled });
    await page.goto("/login");
    await signIn(page, "admin");
    await page.goto("/again?to=/coverage?region=eu-west-1");
    await expect(page.getByLabel("Username", { exact: true })).toHaveValue("admin");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("Enter your password");
    await page.getByLabel("Password", { exact: true }).fill("guessed");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Incorrect password"]);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    if (javaScriptEnabled) {
      await expect(page.getByRole("alert")).toBeFocused();
      await expectAccessible(page);
    }
    await page.getByLabel("Password", { exact: true }).fill("demo");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/coverage\?region=eu-west-1$/);
  });
}
