import { readFile } from "node:fs/promises";
import { decide, expect, postDecision, REASON, review, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";
import { shareAt } from "./simulator.mjs";

test("an auditor finds a decision, filters for it and takes it away as a file", async ({ lead, auditor: page }) => {
  const invitation = await share({ name: `=HYPERLINK("x") ${unique()}`, type: "PROFILE", region: "us-east-1" });
  await review(lead, invitation);
  await decide(lead, "Reject", `=1+1 ${REASON}`);
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText(/^Rejected/);

  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit log" }).click();
  const filters = page.getByRole("search");
  await filters.getByLabel("Text, ID, request ID").fill(invitation.id);
  await filters.getByRole("button", { name: "Apply" }).click();
  const rows = page.locator("table.list tbody tr");
  // first seen, opened, sent, confirmed; in effect, as soon as it was read back
  await expect(async () => {
    await page.reload();
    await expect(rows).toHaveCount(5, { timeout: 1000 });
  }).toPass();

  await filters.getByLabel("User").fill("lead");
  await filters.getByLabel("Action").selectOption("REJECT");
  await filters.getByLabel("Outcome").selectOption("CONFIRMED");
  await filters.getByLabel("Type").selectOption("PROFILE");
  await filters.getByLabel("Account").fill("1111 2222 3333");
  await filters.getByLabel("Region").fill("us-east-1");
  await filters.getByLabel("From", { exact: true }).fill("2020-01-01");
  await filters.getByLabel("To", { exact: true }).fill("2999-12-31");
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("1 entry matches")).toBeVisible();
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(invitation.name);
  await expect(rows).toContainText("Confirmed");
  await expect(rows).toContainText(`=1+1 ${REASON}`);

  const csv = await downloaded(page, "CSV");
  expect(csv.name).toMatch(/\.csv$/);
  const [head, row, ...rest] = csv.text.trimEnd().split("\r\n");
  expect(head).toContain("seq,at,actor,action,outcome,invitation_id");
  expect(row).toContain(`"'${invitation.name.replaceAll('"', '""')}"`);
  expect(row).toContain(`"'=1+1 ${REASON}"`);
  expect(row).not.toMatch(/"=/);
  expect(rest).toEqual([]);

  const lines = await downloaded(page, "JSON Lines");
  expect(lines.name).toMatch(/\.jsonl$/);
  expect(JSON.parse(lines.text)).toMatchObject({
    actor: "lead",
    action: "REJECT",
    outcome: "CONFIRMED",
    invitation_id: invitation.id,
    resource_name: invitation.name,
    reason: `=1+1 ${REASON}`,
  });

  await rows.getByRole("link", { name: invitation.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rejected/);
});

test("an auditor reads an invitation and cannot decide", async ({ auditor: page }) => {
  const invitation = await share();
  await review(page, invitation);
  await expect(page.getByText("Only reviewers and leads decide invitations.")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.locator("form[action*=decisions]")).toHaveCount(0);

  const answer = await postDecision(page, invitation);
  expect(answer.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You don’t have access");
  expect(await shareAt(invitation.id)).toMatchObject({ status: "PENDING", decisions: 0 });

  await page.goto(`/history?person=auditor&outcome=REFUSED&text=${invitation.id}`);
  await expect(page.locator("table.list tbody tr")).toHaveCount(1);
});

test("a filter that makes no sense is named at its field", async ({ auditor: page }) => {
  await page.goto("/history?account=12&from=2026-11-22&to=2026-11-01");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByRole("alert").getByRole("link", { name: "Enter a 12-digit account ID." }).click();
  await expect(page.getByLabel("Account")).toBeFocused();
  await expect(page.getByLabel("Account")).toHaveValue("12");
});

async function downloaded(page, format) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("group", { name: "Download matching entries" }).getByRole("link", { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
