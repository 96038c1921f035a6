import { expectAccessible } from "./checks.mjs";
import { decide, expect, fact, REASON, review, test } from "./session.mjs";
import { share } from "./owner.mjs";
import { setFaults, shareAt } from "./simulator.mjs";

// no other spec decides here, so that none meets these faults
const PLACE = { to: "444455556666", region: "ap-southeast-2" };

const error = (status, code, message) => ({ error: { status, code, message } });

const REFUSED = [
  ["access denied", error(403, "AccessDeniedException", "not authorized"), "AWS denied access."],
  ["throttled", { throttleRate: 1 }, "AWS received too many requests from this account"],
  ["expired credentials", error(403, "ExpiredTokenException", "expired"), "The credentials of this connection have expired."],
  ["invalid", error(400, "ValidationException", "malformed"), "AWS rejected the request as malformed."],
];

const UNCLEAR = [
  ["not found", error(404, "ResourceNotFoundException", "no such invitation"), "AWS no longer has this invitation."],
  ["a conflict", error(409, "ConflictException", "already processed"), "AWS reports that this invitation was already decided"],
  ["an error of AWS", error(500, "InternalServerException", "oops"), "AWS reported an internal error."],
  ["a connection reset before AWS acted", { reset: "before" }, "The connection was lost before AWS responded."],
  ["a connection reset after AWS acted", { reset: "after" }, "The connection was lost before AWS responded."],
  ["an answer that is no JSON", { answer: { status: 200, body: "<html>" } }, "AWS sent an invalid response."],
  ["an empty answer", { answer: { status: 200, body: "{}" } }, "AWS sent an invalid response."],
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
  await expect(fact(page, "Summary")).toContainText(sentence);
  await expect(page.getByText("AWS returned no invitation.")).toBeVisible();
}

for (const [name, fault, sentence] of REFUSED) {
  test(`${name}: the decision failed, and the invitation still waits`, async ({ reviewer: page }) => {
    const invitation = await decideAgainst(page, fault);
    await expectState(page, { title: "Failed: no changes were made", banner: "banner-no", sentence });
    expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });

    await page.goto(`/invitations/${invitation.id}`);
    await decide(page, "Accept");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Accepted/);
    expect(await invitation.status()).toBe("ACCEPTED");
  });
}

for (const [name, fault, sentence] of UNCLEAR) {
  test(`${name}: the decision is unclear, and no user decides again before AWS was read`, async ({ reviewer: page }) => {
    const invitation = await decideAgainst(page, fault);
    const landed = (await shareAt(invitation.id)).decisions === 1;
    await expect(fact(page, "Summary")).toContainText(sentence);
    await expect(page.getByText("AWS returned no invitation.")).toBeVisible();
    if (landed) {
      // read back within seconds, and followed by the page itself
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accepted in AWS, but the response was lost");
      await expect(page.locator(".banner")).toHaveClass("banner banner-ok");
      await expect(fact(page, "Findings")).toContainText("through this invitation");
    } else {
      await expectState(page, { title: "Unclear: the decision may or may not have taken effect", banner: "banner-warn", sentence });
      await page.goto(`/invitations/${invitation.id}`);
      await expect(page.getByText("An earlier decision on this invitation is unclear")).toBeVisible();
      await expect(page.getByRole("button", { name: "Submit decision" })).toHaveCount(0);
    }
    expect((await shareAt(invitation.id)).decisions).toBe(landed ? 1 : 0);
  });
}

test("a decision without effect can be sent again once AWS was seen to have the invitation pending", async ({
  reviewer: page,
}) => {
  const invitation = await decideAgainst(page, { reset: "before" });
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("Unclear: the decision may or may not have taken effect");
  await expect(page.getByRole("link", { name: "Send again" })).toHaveCount(0);
  // only a read that begins a minute after the failure shows that nothing had landed
  await expect(title).toHaveText("Failed: the decision had no effect", { timeout: 100_000 });
  await expectAccessible(page);
  await page.getByRole("link", { name: "Send again" }).click();
  await expect(page.getByRole("radio", { name: "Accept" })).toBeChecked();
  await expect(page.getByLabel("Reason")).toHaveValue(REASON);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(title).toHaveText(/^Accepted/);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "ACCEPTED", decisions: 1 });
});

test("what the owner withdrew meanwhile is not sent", async ({ reviewer: page }) => {
  const invitation = await share(PLACE);
  await review(page, invitation);
  await invitation.withdraw();
  await decide(page, "Accept");
  await expect(page.getByRole("alert")).toContainText("Decision not sent");
  await expect(page.getByRole("alert")).toContainText("AWS no longer lists this invitation");
  await expect(page.getByLabel("Your text, to copy")).toHaveValue(REASON);
  await expect(page.locator(".page-head").getByText("Gone")).toBeVisible();
});

test("where AWS cannot be listed again, nothing is sent", async ({ reviewer: page }) => {
  const invitation = await share(PLACE);
  await review(page, invitation);
  await setFaults([{ operation: "ListShareInvitations", account: PLACE.to, region: PLACE.region, ...error(403, "AccessDeniedException", "no") }]);
  await decide(page, "Accept");
  await expect(page.getByRole("alert")).toContainText("so nothing was sent");
  await expect(page.getByRole("alert")).toContainText("AWS denied access.");
  await expect(page.getByLabel("Reason")).toHaveValue(REASON);
  expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });
});

test("the pages of failed and unclear decisions are accessible", async ({ reviewer: page }) => {
  await decideAgainst(page, REFUSED[0][1]);
  await expectAccessible(page);
  await decideAgainst(page, UNCLEAR[0][1]);
  await expectAccessible(page);
});
