import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { decide, expect, REASON, review, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";

const JAR = fileURLToPath(new URL("../../target/countersign.jar", import.meta.url));
const JAVA = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : "java";

test("an auditor follows a decision and checks its receipt without Countersign", async ({ lead, auditor: page }, info) => {
  const invitation = await share({ name: `Ledger ${unique()}`, type: "LENS" });
  await review(lead, invitation);
  await decide(lead, "Accept");
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Accepted");

  await page.goto(new URL(lead.url()).pathname);
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Timeline of decision/);
  const steps = page.locator(".timeline > li");
  for (const said of [
    "Received from AWS",
    "lead opened it first",
    "lead decided to accept it; sent to AWS",
    "AWS confirmed the accept",
    /Entry [\d,]+ by lead/,
  ]) {
    await expect(steps.filter({ hasText: said }).first()).toBeVisible();
  }
  await expect(steps.filter({ hasText: REASON }).first()).toBeVisible();

  const receipt = await downloaded(page, "Receipt", info);
  const verifier = await downloaded(page, "Receipt verifier", info);
  const key = JSON.parse(JSON.parse(await readFile(receipt, "utf8")).checkpoint).key;
  const good = await run(verifier, receipt, key);
  expect(good.code, good.said).toBe(0);
  // intent and outcome, and what was read back where that was quick enough
  expect(good.said).toMatch(/VERIFIED: [23] entries/);

  await writeFile(receipt, (await readFile(receipt, "utf8")).replaceAll(REASON, "I was not asked."));
  const changed = await run(verifier, receipt, key);
  expect(changed.code).toBe(1);
  expect(changed.said).toContain("REFUSED");
});

test("times are in the zone of the viewer, in one format, and in UTC without script and on hover", async ({ open }) => {
  const utc = /^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{2}:\d{2}:\d{2} UTC$/;
  const berlin = { locale: "de-DE", timezoneId: "Europe/Berlin" };
  const page = await open("auditor", berlin);
  await page.goto("/history");
  const time = page.locator(".cell-at time").first();
  await expect(time).toHaveText(/^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{2}:\d{2}:\d{2} GMT\+[12]/);
  await expect(time).toHaveAttribute("title", utc);
  await expect(time).toHaveAttribute("datetime", /Z$/);
  await expect(page.locator("a.integrity time")).toHaveAttribute("title", /GMT\+[12] \([^)]+ UTC\)$/);
  const plain = await open("auditor", { ...berlin, javaScriptEnabled: false });
  await plain.goto("/history");
  await expect(plain.locator(".cell-at time").first()).toHaveText(utc);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a phone shows an entry before the filters ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const page = await open("auditor", { viewport: { width: 390, height: 844 }, javaScriptEnabled });
    await page.goto("/history?person=lead&outcome=DONE");
    const filters = page.locator("#filters");
    await expect(filters).toBeHidden();
    await page.getByRole("link", { name: "Filters (2)" }).click();
    await expect(filters.getByLabel("Outcome")).toHaveValue("DONE");

    await page.goto("/history");
    const rows = page.locator(".list-log tbody tr");
    const start = (await rows.first().boundingBox()).y;
    // the entries of the demo, because the newest ones are of other tests
    await page.goto("/history?person=nadia.demo");
    const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(10);
    expect(start + Math.max(...heights)).toBeLessThanOrEqual(844);

    await page.goto("/history?account=12");
    await expect(filters.getByLabel("Account")).toBeVisible();
  });
}

test("an auditor has the record verified, takes it away and verifies it again", async ({ auditor: page }, info) => {
  await page.goto("/history");
  await page.locator("a.integrity").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Integrity");
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByRole("heading", { name: "Verifying" })).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole("heading", { name: /^No tampering found in entries 1–.*$/ })).toBeVisible();
  await page.getByRole("link", { name: "Audit log" }).first().click();
  await expect(page.locator("a.integrity")).toHaveText(/Integrity verified up to entry [\d,]+ of [\d,]+, just now/);

  await page.goto("/history/verification");
  const record = await downloaded(page, "Whole audit log", info);
  const otherKey = await run("-jar", JAR, "verify", record, "--key=".padEnd(38, "0"));
  expect(otherKey.code, otherKey.said).toBe(1);
  const key = (await page.getByText(/^java -jar countersign.jar verify/).textContent()).match(/--key=([0-9a-f]{32})/)[1];
  const good = await run("-jar", JAR, "verify", record, `--key=${key}`);
  expect(good.code, good.said).toBe(0);
  expect(good.said).toMatch(/VERIFIED: \d+ entries/);

  const lines = (await readFile(record, "utf8")).split("\n");
  await writeFile(record, [...lines.slice(0, 2), ...lines.slice(3)].join("\n"));
  const removed = await run("-jar", JAR, "verify", record, `--key=${key}`);
  expect(removed.code).toBe(1);
  expect(removed.said).toContain("REMOVED at entry 3");
});

async function downloaded(page, name, info) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function run(...args) {
  try {
    const { stdout } = await promisify(execFile)(JAVA, args);
    return { code: 0, said: stdout };
  } catch (error) {
    return { code: error.code, said: `${error.stdout}${error.stderr}` };
  }
}
