import { expectAccessible } from "./checks.mjs";
import { expect, refresh, review, signIn, test } from "./session.mjs";
import { EXTERNAL, share, unique } from "./owner.mjs";

// one after the other: the choice to open the next invitation is stored for the user
test.describe.configure({ mode: "default" });

const TWENTY = 20;
/** No other spec decides as this user. */
const FAST = "mia";
const REASON = "Agreed with the platform team in the weekly review.";

const ready = (page) => page.waitForLoadState();
const title = (page) => page.getByRole("heading", { level: 1 });
const notice = (page) => page.locator(".toast-notice");

/** Shares invitations that only this test sees, and opens the first one from the queue that lists them. */
async function several(page, count, options = {}) {
  const word = unique();
  const shares = [];
  for (let i = 0; i < count; i++) {
    shares.push(await share({ name: `${word} ${String(i).padStart(2, "0")}`, ...options }));
  }
  await refresh(page);
  await page.goto(`/?text=${word}&sort=name&rows=each`);
  await page.getByRole("link", { name: shares[0].name }).click();
  await expect(title(page)).toHaveText(shares[0].name);
  return shares;
}

test("twenty similar invitations take at most six keystrokes each beyond the reason", async ({ open }) => {
  test.setTimeout(600_000);
  const page = await open(FAST);
  const shares = await several(page, TWENTY);
  let keystrokes = 0;
  const press = async (key) => {
    keystrokes += key.split("+").length;
    await page.keyboard.press(key);
  };
  await page.getByLabel("Then open the next invitation").check();
  for (const [i, invitation] of shares.entries()) {
    await expect(title(page)).toHaveText(invitation.name);
    await ready(page);
    if (i > 0) {
      await press("l");
    }
    await press("a");
    if (i === 0) {
      await page.keyboard.type(REASON);
    }
    await expect(page.getByLabel("Reason")).toHaveValue(REASON);
    await press("Control+Enter");
  }
  await expect(title(page)).toHaveText(/^Accepted/);
  expect(keystrokes / TWENTY).toBeLessThanOrEqual(6);
  for (const invitation of shares) {
    expect(await invitation.status()).toBe("ACCEPTED");
  }
});

test("the notice of the previous decision states its result, links to it, and stays until it is closed", async ({ open }) => {
  const page = await open(FAST);
  const [first, second] = await several(page, 2);
  await page.getByRole("radio", { name: "Reject" }).check();
  await page.getByLabel("Reason").fill(REASON);
  await page.getByLabel("Then open the next invitation").check();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(title(page)).toHaveText(second.name);
  await expect(notice(page)).toHaveRole("status");
  await expect(notice(page)).toContainText(`${first.name}: Rejected`);
  await expect(page.getByLabel("Then open the next invitation")).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel("Reason").fill("Typed while the notice changes");
  await notice(page).getByRole("link", { name: "Dismiss" }).click();
  await expect(title(page)).toHaveText(second.name);
  await expect(notice(page)).toHaveCount(0);
  await page.goBack();
  await notice(page).getByRole("link", { name: first.name }).click();
  await expect(title(page)).toHaveText(/^Rejected/);
  expect(await first.status()).toBe("REJECTED");
  expect(await second.status()).toBe("PENDING");
});

test("fast review works without script", async ({ open }) => {
  const page = await open(FAST, { javaScriptEnabled: false });
  const [first, second, third] = await several(page, 3);
  await page.getByRole("radio", { name: "Accept" }).check();
  await page.getByLabel("Reason").fill(REASON);
  await page.getByLabel("Then open the next invitation").check();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(title(page)).toHaveText(second.name);
  await expect(notice(page)).toContainText(`${first.name}: Accepted`);
  await page.getByRole("button", { name: "Use my last reason" }).click();
  await expect(page.getByLabel("Reason")).toHaveValue(REASON);
  await page.getByRole("radio", { name: "Reject" }).check();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(title(page)).toHaveText(third.name);
  await expect(notice(page)).toContainText(`${second.name}: Rejected`);
  await page.getByLabel("Then open the next invitation").uncheck();
  await page.getByRole("radio", { name: "Reject" }).check();
  await page.getByRole("button", { name: "Use my last reason" }).click();
  await expect(page.getByRole("radio", { name: "Reject" })).toBeChecked();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(title(page)).toHaveText(/^Rejected/);
});

test("a decision on hold can be undone from the page of the next invitation", async ({ open }) => {
  const page = await open();
  await page.goto("/login");
  await signIn(page, FAST);
  const options = { permission: "CONTRIBUTOR" };
  const [first, second] = await several(page, 2, options);
  await page.getByRole("radio", { name: "Accept" }).check();
  await page.getByLabel("Reason").fill(REASON);
  await page.getByLabel("Then open the next invitation").check();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(title(page)).toHaveText(second.name);
  await expect(notice(page)).toContainText("On hold, not sent yet");
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect(title(page)).toHaveText("Withdrawn: nothing was sent");
  expect(await first.status()).toBe("PENDING");
});

test("after a proposal, a banner says who can approve it and leads on, also without script", async ({ open }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(undefined, { javaScriptEnabled });
    await page.goto("/login");
    await signIn(page, "reviewer");
    const strange = { from: EXTERNAL, permission: "CONTRIBUTOR", to: "444455556666", region: "ap-southeast-2" };
    const [, second] = await several(page, 2, strange);
    await page.getByLabel("Then open the next invitation").uncheck();
    await page.getByRole("radio", { name: "Propose to accept" }).check();
    await page.getByLabel("Reason").fill(REASON);
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    const banner = page.locator(".banner", { hasText: "Waiting for a second approval" });
    await expect(banner).toContainText(/It can be approved by .*lead/);
    if (javaScriptEnabled) {
      await expect(banner).toBeFocused();
      await expectAccessible(page);
    }
    await banner.getByRole("link", { name: "Next in queue" }).click();
    await expect(title(page)).toHaveText(second.name);
  }
});

test("the activity tells what happened, in sentences", async ({ open, reviewer, lead }) => {
  const invitation = await share();
  await review(lead, invitation);
  const activity = (page) => page.getByRole("region", { name: "Activity" });
  await lead.getByLabel("Assign to", { exact: true }).selectOption("reviewer");
  await lead.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(activity(lead)).toContainText("lead assigned it to reviewer");
  await reviewer.goto(`/invitations/${invitation.id}`);
  await reviewer.getByLabel("Comment").fill("Known owner, @lead.");
  await reviewer.getByRole("button", { name: "Add comment" }).click();
  await expect(activity(reviewer)).toContainText("reviewer commented and mentioned lead");
  await expect(activity(reviewer)).toContainText(/with reviewer so far/);
  await reviewer.getByRole("radio", { name: "Reject" }).check();
  await reviewer.getByLabel("Reason").fill(REASON);
  await reviewer.getByLabel("Then open the next invitation").uncheck();
  await reviewer.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(title(reviewer)).toHaveText(/^Rejected/);

  const plain = await open("auditor", { javaScriptEnabled: false });
  await plain.goto(`/invitations/${invitation.id}`);
  await expect(activity(plain)).toContainText("AWS confirmed the reject");
  await expect(activity(plain)).toContainText("Received from AWS");
  await expect(activity(plain)).not.toContainText("so far");
  await plain.getByRole("link", { name: /in the audit log/ }).click();
  await expect(title(plain)).toHaveText("Audit log");
  await reviewer.goto(`/invitations/${invitation.id}`);
  await expectAccessible(reviewer);
});

test("a question mark explains the type and the permission, by keyboard and without script", async ({ open }) => {
  const page = await open("reviewer", { javaScriptEnabled: false });
  await review(page, await share({ permission: "CONTRIBUTOR" }));
  const text = page.getByText("A permission on a workload: view it and change its answers and notes.");
  await expect(text).toBeHidden();
  await page.locator("summary[aria-label='What is this? Contributor']").focus();
  await page.keyboard.press("Enter");
  await expect(text).toBeVisible();
  await page.getByRole("link", { name: "Glossary" }).first().click();
  await expect(page).toHaveURL("/help#CONTRIBUTOR");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary");
});
