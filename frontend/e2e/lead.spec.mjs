import { expectAccessible } from "./checks.mjs";
import { decide, expect, fact, names, refresh, review, test } from "./session.mjs";
import { EXTERNAL, share, unique } from "./owner.mjs";

test("what grants more and comes from an external owner is listed first", async ({ reviewer: page }) => {
  const word = unique();
  await share({ name: `${word} reads, internal` });
  await share({ name: `${word} reads, external`, from: EXTERNAL });
  await share({ name: `${word} writes, internal`, permission: "CONTRIBUTOR" });
  await share({ name: `${word} writes, external`, permission: "CONTRIBUTOR", from: EXTERNAL });
  await refresh(page);
  await page.goto(`/?text=${word}`);

  await expect(page.getByText("Sort: Priority")).toBeVisible();
  const order = ["writes, external", "writes, internal", "reads, external", "reads, internal"].map((each) => `${word} ${each}`);
  await expect(names(page)).toHaveText(order);
  await names(page).first().click();
  for (const name of order) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    if (name !== order.at(-1)) {
      await page.getByRole("link", { name: "Next", exact: true }).click();
    }
  }
});

test("a lead notes what is known of an owner, and every user sees it beside the invitation", async ({ lead, reviewer }) => {
  const first = await share({ from: EXTERNAL });
  const second = await share({ from: EXTERNAL, type: "LENS" });
  await lead.goto(`/owners/new?account=${EXTERNAL}`);
  await lead.getByLabel("Name", { exact: true }).fill("Contoso Partners");
  await lead.getByLabel("Trusted").check();
  await lead.getByLabel("Note").fill("Partner since <b>2019</b>.");
  await lead.getByRole("button", { name: "Add an owner" }).click();
  await expect(lead.getByRole("status")).toHaveText("Contoso Partners was added.");

  await review(reviewer, first);
  await decide(reviewer, "Accept");
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("Accepted");
  await reviewer.goto(`/invitations/${second.id}`);
  const panel = reviewer.getByRole("region", { name: "Owner" });
  await expect(panel).toContainText("Trusted");
  await expect(panel).toContainText("Partner since <b>2019</b>.");
  await expectAccessible(reviewer);
  await panel.getByRole("link", { name: /accepted/ }).click();
  await expect(reviewer.locator("table.list tbody")).toContainText(first.name);

  await lead.goto(`/owners/${EXTERNAL}`);
  await lead.getByRole("button", { name: "Remove" }).click();
  await expect(lead.getByRole("status")).toHaveText("Contoso Partners was removed.");
});

test("the same resource elsewhere is linked", async ({ reviewer: page }) => {
  await page.goto("/?text=Retail resilience lens");
  await names(page).first().click();
  const elsewhere = fact(page, "Same resource");
  await expect(elsewhere.getByRole("link")).not.toHaveCount(0);
  const here = page.url();
  await elsewhere.getByRole("link").first().click();
  expect(page.url()).not.toBe(here);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Retail resilience lens");
});

for (const javaScriptEnabled of [true, false]) {
  test(`a saved view is the start page ${javaScriptEnabled ? "with" : "without"} script`, async ({ open }) => {
    // no other test starts as this user
    const page = await open(javaScriptEnabled ? "admin" : "auditor", { javaScriptEnabled });
    const name = `Lenses ${unique()}`;
    await page.goto("/?type=LENS");
    await page.locator("summary", { hasText: "Saved views" }).click();
    await page.getByLabel("Save this view as").fill(name);
    await page.getByLabel("Make default").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const views = page.getByRole("navigation", { name: "Saved views" });
    await page.locator("summary", { hasText: "Saved views" }).click();
    await expect(views.locator("[aria-current]")).toContainText(name);

    await page.goto("/");
    await expect(page).toHaveURL("/?type=LENS");
    await page.locator("summary", { hasText: "Saved views" }).click();
    await views.getByRole("link", { name: "All", exact: true }).click();
    await expect(page).toHaveURL("/?view=all");
    await page.locator("summary", { hasText: "Saved views" }).click();
    await expect(views.locator("[aria-current]")).toHaveText("All");

    await page.goto("/views");
    await page.getByRole("button", { name: new RegExp(`^Remove ?: ${name}$`) }).click();
    await expect(page.getByRole("status")).toContainText("was removed");
    await page.goto("/");
    await expect(page).toHaveURL("/");
  });

  test(`an offered reason is inserted ${javaScriptEnabled ? "with" : "without"} script`, async ({ open, lead }) => {
    const text = `Agreed in the weekly round ${unique()}`;
    await lead.goto("/reasons");
    await lead.getByRole("textbox", { name: "Reason" }).fill(text);
    await lead.getByRole("button", { name: "Add template" }).click();
    await expect(lead.locator("table.list")).toContainText(text);

    const page = await open("reviewer", { javaScriptEnabled });
    const invitation = await share();
    await review(page, invitation);
    await page.getByRole("radio", { name: "Accept" }).check();
    await page.getByLabel("Reason").fill("Ticket 4711.");
    await page.getByLabel("Templates").selectOption({ label: text });
    await page.getByRole("button", { name: "Insert" }).click();
    await expect(page.getByLabel("Reason")).toHaveValue(`Ticket 4711.\n${text}`);
    await expect(page.getByRole("radio", { name: "Accept" })).toBeChecked();
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accepted");
    expect(await invitation.status()).toBe("ACCEPTED");

    await lead.getByRole("link", { name: text }).click();
    await lead.getByRole("button", { name: "Delete template" }).click();
    await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Reason templates");
    await expect(lead.getByText(text)).toHaveCount(0);
  });
}

test("the overview draws its tables, and each number leads to its list", async ({ lead: page }) => {
  const invitation = await share();
  await review(page, invitation);
  await decide(page, "Reject");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rejected");

  await page.getByRole("link", { name: "Overview" }).click();
  for (const plot of await page.getByRole("img", { name: /The table below has the numbers/ }).all()) {
    await expect(plot).toBeVisible();
    expect(await plot.evaluate(drawnPixels), await plot.getAttribute("aria-label")).toBeGreaterThan(100);
  }
  await expect(page.locator("#weeks-table")).toBeHidden();
  await page.getByText("Numbers by week").click();
  await expect(page.locator("#weeks-table")).toBeVisible();
  await expectAccessible(page);
  const mine = page.locator("#people-table tr", { has: page.getByRole("rowheader", { name: "lead", exact: true }) });
  await expectNumberOfList(page, mine.getByRole("link").nth(1), (number) => `^${number} decision( matches|s match)$`);
  await expect(page.locator("table.list tbody")).toContainText(invitation.name);
});

test("the overview without script", async ({ open }) => {
  const page = await open("auditor", { javaScriptEnabled: false });
  await page.goto("/lead");
  await expect(page.getByRole("img")).toHaveCount(0);
  await page.getByRole("link", { name: "90 days" }).click();
  await expect(page).toHaveURL("/lead?days=90");
  await expect(page.locator("#weeks-table tbody tr").first()).toBeVisible();
  const more = page.locator("#left-table").getByRole("link").last();
  await expectNumberOfList(page, more, (number) => `^(${number} match|1 matches) this filter`);
});

/** Follows a number to its list, again if other tests changed the number meanwhile. */
async function expectNumberOfList(page, link, sentence) {
  const overview = page.url();
  await expect(async () => {
    await page.goto(overview);
    const number = await link.innerText();
    await link.click();
    await expect(page.getByText(new RegExp(sentence(number)))).toBeVisible({ timeout: 2000 });
  }).toPass();
}

function drawnPixels(canvas) {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((drawn, value, at) => drawn + (at % 4 === 3 && value > 0 ? 1 : 0), 0);
}
