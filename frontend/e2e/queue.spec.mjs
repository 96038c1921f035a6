import { decide, expect, names, refresh, test } from "./session.mjs";
import { INTERNAL, EXTERNAL, share, shareWithAll, unique } from "./owner.mjs";

test("each filter narrows the queue, and the URL holds it", async ({ reviewer: page }) => {
  const word = unique();
  const payments = await share({ name: `${word} payments` });
  const offers = [
    { name: `${word} stock`, to: "222233334444", region: "us-east-1", permission: "CONTRIBUTOR" },
    { name: `${word} lens`, type: "LENS", to: "333344445555", region: "ap-southeast-2", from: EXTERNAL },
    { name: `${word} profile`, type: "PROFILE", to: "444455556666", from: EXTERNAL },
    { name: `${word} template`, type: "TEMPLATE" },
  ];
  await Promise.all(offers.map(share));
  await refresh(page);
  const filters = page.getByRole("search");

  async function expectOnly(endings, query) {
    await expect(names(page)).toHaveText(endings.map((ending) => `${word} ${ending}`));
    expect(new URL(page.url()).search).toBe(query);
    await page.reload();
    await expect(names(page)).toHaveText(endings.map((ending) => `${word} ${ending}`));
  }
  async function choose(label, value, endings, query) {
    await page.goto(`/?text=${word}&sort=name`);
    await filters.getByLabel(label, { exact: true }).selectOption(value);
    await page.waitForURL((url) => url.search === query);
    await expectOnly(endings, query);
    await expect(filters.getByLabel(label, { exact: true })).toHaveValue(value);
  }

  await filters.getByLabel("Name, ID or ARN").fill(word.toUpperCase());
  await filters.getByLabel("Name, ID or ARN").press("Enter");
  await expect(names(page)).toHaveCount(5);
  await expect(page.getByText("5 match this filter.")).toBeVisible();

  const start = `?sort=name&text=${word}`;
  const query = (chosen) => `${start}&${new URLSearchParams(chosen)}`;
  await choose("Account", "222233334444", ["stock"], query({ account: "222233334444" }));
  await choose("Region", "ap-southeast-2", ["lens"], query({ region: "ap-southeast-2" }));
  await choose("Permission", "CONTRIBUTOR", ["stock"], query({ permission: "CONTRIBUTOR" }));
  await choose("Owner", EXTERNAL, ["lens", "profile"], query({ owner: EXTERNAL }));
  await choose("Owner", INTERNAL, ["payments", "stock", "template"], query({ owner: INTERNAL }));

  await page.goto(`/?text=${payments.resource}`);
  await expect(names(page)).toHaveText([payments.name]);
  await page.goto(`/?text=${payments.id}`);
  await expect(names(page)).toHaveText([payments.name]);
});

for (const javaScriptEnabled of [true, false]) {
  test(`tabs count and list the invitations of each state ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const page = await open("reviewer", { javaScriptEnabled });
    const word = unique();
    await share({ name: `${word} a`, type: "PROFILE" });
    await share({ name: `${word} b` });
    await refresh(page);
    await page.goto(`/?text=${word}&sort=name`);
    const tabs = page.getByRole("navigation", { name: "States" }).getByRole("link");
    await expect(tabs).toHaveText([/Pending\s+2/, /On hold\s+0/, /Waiting for approval\s+0/, /Decided\s+0/, /Expired or gone\s+0/]);

    await names(page).first().click();
    await decide(page, "Accept");
    await page.goto(`/?text=${word} a`);
    await expect(page.getByText("No pending invitation matches this filter.")).toBeVisible();
    await page.getByRole("link", { name: "1 decided: show" }).click();
    await expect(tabs.filter({ hasText: "Decided" })).toHaveAttribute("aria-current", "page");
    const row = page.locator(".list-queue tbody tr");
    await expect(row).toContainText(/Accepted\s+by reviewer/);
    await names(page).click();
    await expect(page).toHaveURL(/\/decisions\/\d+\?state=decided/);

    await page.goto(`/?text=${word}&type=PROFILE`);
    await expect(tabs).toHaveText([/Pending\s+0/, /On hold\s+0/, /Waiting for approval\s+0/, /Decided\s+1/, /Expired or gone\s+0/]);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`badges filter the queue ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const page = await open("reviewer", { javaScriptEnabled });
    const word = unique();
    await share({ name: `${word} inside`, permission: "CONTRIBUTOR" });
    await share({ name: `${word} outside`, from: EXTERNAL });
    await share({ name: `${word} outside, writes`, from: EXTERNAL, permission: "CONTRIBUTOR" });
    await refresh(page);
    const filters = page.getByRole("search");
    const filter = async (badge, parameter) => {
      await filters.getByRole("checkbox", { name: badge }).click();
      if (!javaScriptEnabled) {
        await filters.getByRole("button", { name: "Apply" }).click();
      }
      await page.waitForURL((url) => url.searchParams.get(parameter) === "true");
    };
    await page.goto(`/?text=${word}&sort=name`);
    await filter("External", "external");
    await expect(names(page)).toHaveText([`${word} outside`, `${word} outside, writes`]);
    await filter("2 approvals", "secondApproval");
    await expect(names(page)).toHaveText([`${word} outside, writes`]);
    await expect(filters.getByRole("checkbox", { name: "External" })).toBeChecked();
  });
}

test("columns sort both ways", async ({ reviewer: page }) => {
  const word = unique();
  await share({ name: `${word} b`, to: "111122223333" });
  await share({ name: `${word} a`, to: "222233334444", permission: "CONTRIBUTOR", from: EXTERNAL });
  await refresh(page);
  await page.goto(`/?text=${word}`);

  async function expectSorted(column, order, letters) {
    await page.locator("thead").getByRole("link", { name: column, exact: true }).click();
    await expect(page.getByRole("columnheader", { name: column })).toHaveAttribute("aria-sort", order);
    await expect(names(page)).toHaveText(letters.map((letter) => `${word} ${letter}`));
  }
  await expectSorted("Resource", "ascending", ["a", "b"]);
  await expectSorted("Resource", "descending", ["b", "a"]);
  await expectSorted("Recipient", "ascending", ["b", "a"]);
  await expectSorted("Permission", "ascending", ["a", "b"]);
  await expectSorted("Owner", "ascending", ["b", "a"]);
  await expectSorted("Owner", "descending", ["a", "b"]);
  await expect(page).toHaveURL(`/?text=${word}&sort=-owner`);
});

test("a page holds 50 invitations", async ({ reviewer: page }) => {
  const word = unique();
  const accounts = ["111122223333", "222233334444", "333344445555", "444455556666"];
  await Promise.all(
    Array.from({ length: 13 }, (_, i) => shareWithAll({ name: `${word} ${String(i).padStart(2, "0")}`, accounts })),
  );
  await refresh(page);
  await page.goto(`/?text=${word}&sort=name&rows=each`);
  const pager = page.getByRole("navigation", { name: "Pages" });
  await expect(names(page)).toHaveCount(50);
  await expect(pager).toContainText("1 to 50 of 52");
  await expect(pager.getByRole("link", { name: "Previous" })).toHaveCount(0);

  await pager.getByRole("link", { name: "Next" }).click();
  await expect(pager).toContainText("51 to 52 of 52");
  await expect(names(page)).toHaveText([`${word} 12`, `${word} 12`]);
  await page.reload();
  await expect(names(page)).toHaveText([`${word} 12`, `${word} 12`]);
  await expect(pager.getByRole("link", { name: "Next" })).toHaveCount(0);

  await pager.getByRole("link", { name: "Previous" }).click();
  await expect(names(page)).toHaveCount(50);
});

test("a filter that nothing matches says so, and can be cleared", async ({ reviewer: page }) => {
  await page.goto(`/?text=${unique()}`);
  await expect(page.getByRole("heading", { name: "No matching invitations" })).toBeVisible();
  await page.locator(".empty").getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL("/?view=all");
  await expect(names(page)).not.toHaveCount(0);
});

test("previous, next and next in queue stay within the filter", async ({ reviewer: page }) => {
  const word = unique();
  for (const letter of ["a", "b", "c"]) {
    await share({ name: `${word} ${letter}` });
  }
  await refresh(page);
  await page.goto(`/?text=${word}&sort=name`);
  await names(page).filter({ hasText: `${word} b` }).click();
  const title = page.getByRole("heading", { level: 1 });
  const neighbours = page.getByRole("navigation", { name: "Previous and next in the queue" });
  await expect(title).toHaveText(`${word} b`);
  await expect(neighbours).toContainText("2 of 3");

  await neighbours.getByRole("link", { name: "Previous" }).click();
  await expect(title).toHaveText(`${word} a`);
  await expect(neighbours.getByRole("link", { name: "Previous" })).toHaveCount(0);
  await neighbours.getByRole("link", { name: "Next" }).click();
  await expect(title).toHaveText(`${word} b`);

  await decide(page, "Reject");
  await expect(title).toHaveText(/^Rejected/);
  await page.getByRole("link", { name: "Next in queue" }).click();
  await expect(title).toHaveText(`${word} c`);
  await expect(neighbours).toContainText("2 of 2");

  await decide(page, "Accept");
  await page.getByRole("link", { name: "Back to queue" }).click();
  await expect(names(page)).toHaveText([`${word} a`]);
  await expect(page).toHaveURL(`/?text=${word}&sort=name`);
});

test("a row has one line, opens on a click, and takes more room where a person prefers it", async ({ open }) => {
  // the height is stored for the user, so no other test may measure rows as this one
  const page = await open("admin", { viewport: { width: 1440, height: 900 } });
  const rows = page.locator(".list-queue tbody tr");
  const inSight = (height) => rows.evaluateAll((all, bottom) => all.filter((row) => row.getBoundingClientRect().bottom <= bottom).length, height);
  await page.goto("/?view=all");
  expect(await inSight(900)).toBeGreaterThanOrEqual(18);
  const first = await rows.first().boundingBox();
  expect(first.height).toBeGreaterThanOrEqual(36);
  expect(first.height).toBeLessThanOrEqual(40);

  await page.locator("summary", { hasText: "View" }).first().click();
  await page.getByRole("button", { name: "Comfortable rows" }).click();
  await expect(page).toHaveURL("/?view=all");
  expect((await rows.first().boundingBox()).height).toBeGreaterThan(44);
  await page.locator("summary", { hasText: "View" }).first().click();
  await page.getByRole("button", { name: "Compact rows" }).click();

  const name = await names(page).first().textContent();
  await rows.first().locator(".cell-expiry").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a phone shows four rows before the filters ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const page = await open("lead", { viewport: { width: 390, height: 844 }, javaScriptEnabled });
    await page.goto("/?permission=READONLY&region=us-east-1");
    const filters = page.getByRole("search");
    await expect(filters).toBeHidden();
    await page.getByRole("link", { name: "Filters (2)" }).click();
    await expect(filters.getByLabel("Permission", { exact: true })).toHaveValue("READONLY");

    await page.goto("/?view=all");
    const bottoms = await page.locator(".list-queue tbody tr").evaluateAll((rows) => rows.slice(0, 4).map((row) => row.getBoundingClientRect().bottom));
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(844);
  });
}

test("actions need a selection, which a click clears", async ({ reviewer: page }) => {
  await page.goto("/?view=all&rows=each");
  await expect(page.getByRole("button", { name: "Accept…" })).toBeDisabled();
  await page.getByRole("checkbox", { name: /^Select / }).nth(1).check();
  await expect(page.getByText("1 selected")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reject…" })).toBeEnabled();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByText("0 selected")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept…" })).toBeDisabled();
});

test("Shift and a click select the rows in between, or none of them", async ({ reviewer: page }) => {
  await page.goto("/?view=all&rows=each");
  const boxes = page.locator("tbody .cell-select").getByRole("checkbox");
  await boxes.nth(1).check();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  await expect(page.getByText("4 selected")).toBeVisible();
  await expect(boxes.nth(2)).toBeChecked();
  await expect(boxes.nth(5)).not.toBeChecked();
  await boxes.nth(3).click({ modifiers: ["Shift"] });
  await expect(page.getByText("2 selected")).toBeVisible();
  await boxes.nth(6).click();
  await expect(page.getByText("3 selected")).toBeVisible();
});

test("a filter changed by the keyboard applies when the focus leaves it", async ({ reviewer: page }) => {
  await page.goto("/?view=all");
  const permission = page.getByRole("search").getByLabel("Permission", { exact: true });
  await permission.focus();
  await permission.press("ArrowDown");
  await permission.press("ArrowDown");
  await expect(page).toHaveURL("/?view=all");
  await page.keyboard.press("Tab");
  await page.waitForURL(/permission=/);
});

for (const javaScriptEnabled of [true, false]) {
  test(`the current tab is in view at 390 px ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    const page = await open("reviewer", { javaScriptEnabled, viewport: { width: 390, height: 844 } });
    await page.goto("/?state=gone");
    await expect(page.locator(".tabs [aria-current]")).toBeInViewport({ ratio: 1 });
  });
}
