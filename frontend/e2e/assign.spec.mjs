import { expectAccessible } from "./checks.mjs";
import { expect, names, refresh, test } from "./session.mjs";
import { share, shareWithAll, unique } from "./owner.mjs";

const rows = (page) => page.locator(".list-queue tbody tr");

/** Clicks, and counts the clicks. */
function mouse() {
  const clicks = { made: 0 };
  clicks.on = async (place) => {
    clicks.made += 1;
    await place.click();
  };
  return clicks;
}

test("a lead distributes 20 invitations with at most 8 clicks", async ({ lead: page }) => {
  const word = unique();
  const accounts = ["111122223333", "222233334444", "333344445555", "444455556666"];
  await Promise.all(Array.from({ length: 5 }, (_, i) => shareWithAll({ name: `${word} ${i}`, accounts })));
  await refresh(page);
  await page.goto(`/?text=${word}&rows=each`);
  await expect(rows(page)).toHaveCount(20);

  const clicks = mouse();
  await clicks.on(page.getByRole("checkbox", { name: "Select all on this page" }));
  await clicks.on(page.getByRole("button", { name: "Assign…", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Assign 20 invitations");
  await expectAccessible(page);
  // a list that opens and closes takes two clicks
  clicks.made += 2;
  await page.getByLabel("Assign to").selectOption({ label: await turns(page) });
  await clicks.on(page.getByRole("button", { name: "Assign", exact: true }));
  await expect(page.getByText(/^Assigned 20 invitations: \S+ \(\d+\), .*\(\d+\)\.$/)).toBeVisible();
  expect(clicks.made).toBeLessThanOrEqual(8);
  await page.goto(`/?text=${word}&rows=each&assignee=unassigned`);
  await expect(page.getByRole("heading", { name: "No matching invitations" })).toBeVisible();
});

async function turns(page) {
  return page.getByLabel("Assign to").locator("optgroup").last().locator("option").first().textContent();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a row is assigned and unassigned, and the header counts it, ${how} script`, async ({ open }) => {
    const page = await open("lead", { javaScriptEnabled });
    const invitation = await share();
    await refresh(page);
    await page.goto(`/?text=${invitation.id}`);
    const menu = async (action) => {
      await rows(page).locator("summary[aria-label^='Assignee of']").click();
      await rows(page).getByRole("button", { name: action, exact: true }).click();
    };
    await menu("Assign to me");
    await expect(page).toHaveURL(`/?text=${invitation.id}`);
    await expect(rows(page)).toContainText("Assigned to you");

    const counter = page.getByRole("navigation", { name: "Waiting for you" }).getByRole("link", { name: /Assigned to me/ });
    await counter.click();
    await expect(page).toHaveURL(/assignee=mine/);
    const list = `${page.url()}&rows=each`;
    // other tests assign to the same user meanwhile
    await expect(async () => {
      await page.goto(list);
      const number = Number((await counter.textContent()).match(/\d+/)[0]);
      expect(await rows(page).count()).toBe(Math.min(50, number));
    }).toPass();

    await page.goto(`/?text=${invitation.id}`);
    await menu("Unassign");
    await expect(rows(page)).toContainText("Unassigned");
    await menu("Assign to reviewer");
    await expect(page.getByText("Assigned to reviewer.", { exact: true })).toBeVisible();
    await page.goto(`/?holder=reviewer&text=${invitation.id}`);
    await expect(names(page)).toHaveText([invitation.name]);
  });

  test(`what cannot be assigned is listed with its cause, ${how} script`, async ({ open }) => {
    const page = await open("lead", { javaScriptEnabled });
    const reviewer = await open("reviewer");
    const word = unique();
    const taken = await share({ name: `${word} taken` });
    await share({ name: `${word} free` });
    await refresh(page);
    await page.goto(`/?text=${word}&sort=name`);
    for (const box of await page.locator(".list-queue tbody .cell-select input").all()) {
      await box.check();
    }
    await page.getByRole("button", { name: "Assign…", exact: true }).click();
    await reviewer.goto(`/invitations/${taken.id}`);
    await reviewer.getByRole("button", { name: "Assign to me", exact: true }).click();
    await page.getByLabel("Assign to").selectOption("user:lead");
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(page.getByText("1 assigned: lead (1). 1 not assigned.")).toBeVisible();
    await expect(page.locator(".list tbody tr")).toHaveText([/taken.*The assignee changed meanwhile/s]);
    if (javaScriptEnabled) {
      await expectAccessible(page);
    }
    await page.getByRole("link", { name: "Back to queue" }).click();
    await expect(page).toHaveURL(`/?text=${word}&sort=name`);
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a lead who chooses nobody reads so on the page, ${how} script`, async ({ open }) => {
    const page = await open("lead", { javaScriptEnabled });
    const invitation = await share();
    await refresh(page);
    await page.goto(`/?text=${invitation.id}`);
    await page.locator(".list-queue tbody .cell-select input").check();
    await page.getByRole("button", { name: "Assign…", exact: true }).click();
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    const summary = page.locator(".error-summary");
    await expect(summary).toContainText("There is a problem");
    if (javaScriptEnabled) {
      await expect(summary).toBeFocused();
      await expectAccessible(page);
    }
    await summary.getByRole("link").click();
    await expect(page.getByLabel("Assign to")).toBeFocused();
    await page.getByLabel("Assign to").selectOption("user:lead");
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(page.getByText("Assigned 1 invitation: lead (1).")).toBeVisible();

    await page.goto(`/invitations/${invitation.id}`);
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(page.locator("#to-ASSIGN-error")).toBeVisible();
    if (javaScriptEnabled) {
      await expect(page.getByLabel("Assign to", { exact: true })).toBeFocused();
      await expectAccessible(page);
    }
  });
}
