import { expectAccessible } from "./checks.mjs";
import { decide, expect, fact, refresh, review, test } from "./desk.mjs";
import { share } from "./owner.mjs";
import { setFaults, shareAt } from "./simulator.mjs";

// no other spec decides here, so that none meets these faults
const PLACE = { to: "444455556666", region: "ap-southeast-2" };

const error = (status, code, message) => ({ error: { status, code, message } });

const REFUSED = [
  ["access denied", error(403, "AccessDeniedException", "not authorized"), "AWS denied access."],
  ["not found", error(404, "ResourceNotFoundException", "no such invitation"), "AWS does not know this invitation any more."],
  ["conflict", error(409, "ConflictException", "already processed"), "AWS says that this invitation was already decided"],
  ["throttled", { throttleRate: 1 }, "AWS took too many requests from this account"],
  ["expired credentials", error(403, "ExpiredTokenException", "expired"), "The credentials of this connection have expired."],
  ["invalid", error(400, "ValidationException", "malformed"), "AWS says that the request is malformed."],
];

const UNCLEAR = [
  ["an error of AWS", error(500, "InternalServerException", "oops"), "AWS had an error of its own."],
  ["a connection reset before AWS acted", { reset: "before" }, "The connection broke before AWS answered."],
  ["a connection reset after AWS acted", { reset: "after" }, "The connection broke before AWS answered."],
  ["an answer that is no JSON", { answer: { status: 200, body: "<html>" } }, "AWS answered with something"],
  ["an empty answer", { answer: { status: 200, body: "{}" } }, "AWS answered with something"],
];

test.describe.configure({ mode: "default" });

test.afterEach(() => setFaults([]));

async function decideAgainst(page, fault) {
  const invitation = await share(PLACE);
  await review(page, invitation);
  const only = { operation: "UpdateShareInvitation", account: PLACE.to, region: PLACE.region, times: 1 };
  await setFaults([{ ...only, ...fault }]);
  await decide(page, "Accept");
  await expect(page).toHaveURL(/\/decisions\/\d+/);
  return invitation;
}

async function expectState(page, { title, banner, sentence }) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.locator(".banner")).toHaveClass(`banner ${banner}`);
  await expect(page.locator(".banner")).toBeFocused();
  await expect(fact(page, "In short")).toContainText(sentence);
  await expect(page.getByText("AWS returned no invitation.")).toBeVisible();
}

for (const [name, fault, sentence] of REFUSED) {
  test(`${name}: the decision failed, and the invitation still waits`, async ({ reviewer: page }) => {
    const invitation = await decideAgainst(page, fault);
    await expectState(page, { title: "Not done: this decision changed nothing", banner: "banner-no", sentence });
    expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });

    await page.goto(`/invitations/${invitation.id}`);
    await decide(page, "Accept");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accepted");
    expect(await invitation.status()).toBe("ACCEPTED");
  });
}

for (const [name, fault, sentence] of UNCLEAR) {
  test(`${name}: the decision is unclear, and nobody decides again`, async ({ reviewer: page }) => {
    const invitation = await decideAgainst(page, fault);
    await expectState(page, { title: "Unclear: it may have taken effect, or not", banner: "banner-warn", sentence });

    await page.goto(`/invitations/${invitation.id}`);
    await expect(page.getByText("An earlier decision on this invitation is unclear")).toBeVisible();
    await expect(page.getByRole("button", { name: "Decide" })).toHaveCount(0);
  });
}

test("AWS's own refusal is shown where the owner withdrew the share meanwhile", async ({ reviewer: page }) => {
  const invitation = await share(PLACE);
  await review(page, invitation);
  await invitation.withdraw();
  await decide(page, "Accept");
  await expectState(page, {
    title: "Not done: this decision changed nothing",
    banner: "banner-no",
    sentence: "AWS says that this invitation was already decided",
  });
  await refresh(page);
  await page.goto(`/invitations/${invitation.id}`);
  await expect(page.locator(".page-head").getByText("Gone")).toBeVisible();
});

test("the pages of failed and unclear decisions are accessible", async ({ reviewer: page }) => {
  await decideAgainst(page, REFUSED[0][1]);
  await expectAccessible(page);
  await decideAgainst(page, UNCLEAR[0][1]);
  await expectAccessible(page);
});
