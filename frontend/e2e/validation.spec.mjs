import { expect, review, test } from "./session.mjs";
import { share } from "./owner.mjs";

const ERRORS = [
  { typed: "too short", message: "Enter a reason of at least 10 characters (now 9)" },
  { typed: "?!… – --- !!! ???", message: "Enter a reason in words, not only punctuation" },
  { typed: "a".repeat(1001), message: "Enter a reason of at most 1,000 characters (now 1,001)" },
];

test("without choice and reason each error is named, and linked to its field", async ({ reviewer: page }) => {
  const invitation = await share();
  await review(page, invitation);
  await page.getByRole("button", { name: "Submit decision" }).click();

  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText(["Select accept or reject", "Enter a reason"]);
  await summary.getByRole("link", { name: "Select accept or reject" }).click();
  await expect(page.getByRole("radio", { name: "Accept" })).toBeFocused();
  await summary.getByRole("link", { name: "Enter a reason" }).click();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription(/Error: Enter a reason/);
  await expect(page.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  expect(await invitation.status()).toBe("PENDING");
});

for (const { typed, message } of ERRORS) {
  test(`the form keeps what was typed: ${message}`, async ({ reviewer: page }) => {
    const invitation = await share();
    await review(page, invitation);
    await page.getByRole("radio", { name: "Reject" }).check();
    await page.getByLabel("Reason").fill(typed);
    await page.getByRole("button", { name: "Reject", exact: true }).click();

    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert").getByRole("link")).toHaveText([message]);
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page.getByLabel("Reason")).toHaveValue(typed);
    await expect(page.getByRole("radio", { name: "Reject" })).toBeChecked();
    expect(await invitation.status()).toBe("PENDING");
  });
}

test("what was typed into one form is still there after another was sent", async ({ reviewer: page }) => {
  await review(page, await share());
  await page.getByLabel("Reason").fill("Half of a reason,");
  await page.locator("#words").fill("Who knows this owner?");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("Who knows this owner?")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("Half of a reason,");

  await page.locator("#words").fill("Half of a comment,");
  await page.getByRole("button", { name: "Assign to me", exact: true }).click();
  await expect(page.getByRole("button", { name: "Unassign me" })).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("Half of a reason,");
  await expect(page.locator("#words")).toHaveValue("Half of a comment,");
});
