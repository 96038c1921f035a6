import { expectAccessible } from "./checks.mjs";
import { REASON, expect, names, refresh, test } from "./session.mjs";
import { EXTERNAL, share, shareWithAll, unique } from "./owner.mjs";

const row = (page, name) => page.getByRole("row").filter({ hasText: name });

async function three(page) {
  const word = unique();
  const shares = await Promise.all(["a", "b", "c"].map((end) => share({ name: `${word} ${end}` })));
  await refresh(page);
  await page.goto(`/?text=${word}&sort=name`);
  await expect(names(page)).toHaveCount(3);
  return [word, shares];
}

async function start(page, action) {
  await page.getByRole("textbox", { name: "Reason" }).fill(REASON);
  await page.getByRole("button", { name: `${action} selected` }).click();
  await expect(page.getByRole("heading", { name: /Bulk decision \d+ complete/ })).toBeVisible({ timeout: 60_000 });
}

test("selected rows are looked at, decided with one reason, and each has its result", async ({ reviewer: page }) => {
  const [word, shares] = await three(page);
  await row(page, `${word} a`).getByRole("checkbox").check();
  await row(page, `${word} c`).getByRole("checkbox").check();
  await expect(page.locator("[data-selected]")).toHaveText("2 selected");
  await page.getByRole("button", { name: "Reject…" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reject 2 invitations?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reject selected" }).click();
  await expect(page.getByText("Enter a reason").first()).toBeVisible();
  await start(page, "Reject");
  await expect(page.getByText("2 of 2 done")).toBeVisible();
  await expect(page.getByRole("table").getByText("Confirmed")).toHaveCount(2);
  await expectAccessible(page);
  expect(await Promise.all(shares.map((each) => each.status()))).toEqual(["REJECTED", "PENDING", "REJECTED"]);

  await page.getByRole("link", { name: /^Decision \d+/ }).first().click();
  await expect(page.getByText(REASON).first()).toBeVisible();
  const batch = page.getByRole("link", { name: /^Bulk decision \d+/ });
  const name = new RegExp(`^${await batch.textContent()}\\b`);
  await batch.click();
  await page.getByRole("link", { name: "Bulk decisions" }).click();
  await expect(page.getByRole("row").filter({ has: page.getByRole("link", { name }) })).toContainText("2 rejected");
  await expectAccessible(page);
});

test("the preview states the risk, and what has to be reviewed is not selected, with and without script", async ({ open }) => {
  const reviewer = await open("reviewer");
  const word = unique();
  const shares = await Promise.all([
    share({ name: `${word} a` }),
    share({ name: `${word} b`, from: EXTERNAL }),
    share({ name: `${word} c` }),
  ]);
  await refresh(reviewer);
  const page = await open("reviewer", { javaScriptEnabled: false });
  await page.goto(`/?text=${word}`);
  await page.getByText("Bulk actions").click();
  await page.getByRole("button", { name: "Accept all matching…" }).click();
  await expect(page.locator(".batch-risk")).toContainText("3 invitations for 3 resources: 2 internal, 1 external · 3 read-only");
  const alone = page.getByRole("table", { name: "Review these one by one (1)" });
  await expect(row(alone, `${word} b`).getByRole("checkbox")).not.toBeChecked();
  const others = page.getByRole("table", { name: "Can be decided" });
  await expect(others.getByRole("checkbox", { checked: true })).toHaveCount(2);

  await reviewer.goto(page.url());
  await expectAccessible(reviewer);
  await expect(reviewer.getByRole("button", { name: "Accept selected (2)" })).toBeVisible();
  await reviewer.getByRole("checkbox", { name: "Select all on this page" }).uncheck();
  await row(reviewer, `${word} b`).getByRole("checkbox").check();
  await expect(reviewer.getByRole("button", { name: "Accept selected (1)" })).toBeVisible();
  await start(reviewer, "Accept");
  await expect(reviewer.getByText("1 of 1 done")).toBeVisible();
  expect(await Promise.all(shares.map((each) => each.status()))).toEqual(["PENDING", "ACCEPTED", "PENDING"]);
});

test("all that match are decided without script", async ({ open }) => {
  const [word, shares] = await three(await open("reviewer"));
  const page = await open("reviewer", { javaScriptEnabled: false });
  await page.goto(`/?text=${word}`);
  await page.getByText("Bulk actions").click();
  await page.getByRole("button", { name: "Accept all matching…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accept 3 invitations?");
  await start(page, "Accept");
  await expect(page.getByText("3 accepted")).toBeVisible();
  expect(await Promise.all(shares.map((each) => each.status()))).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED"]);
});

test("one resource in many accounts is one row, which opens and is selected whole or in part", async ({ reviewer: page }) => {
  const name = `Everywhere ${unique()}`;
  await shareWithAll({ name, accounts: ["111122223333", "222233334444", "333344445555"] });
  await refresh(page);
  await page.goto(`/?text=${encodeURIComponent(name)}`);
  await expect(names(page)).toHaveText([name]);
  await page.getByText("3 invitations", { exact: true }).click();
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("checkbox") })).toHaveCount(3);
  await expectAccessible(page);

  await page.getByRole("checkbox", { name: `Select ${name}, 3 invitations` }).check();
  await page.getByRole("button", { name: "Accept…" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accept 3 invitations?");
  await expect(row(page, "One of 3 for this resource")).toHaveCount(3);
  await page.goBack();
  await page.getByText("View", { exact: true }).click();
  await page.getByRole("link", { name: "Ungroup" }).click();
  await expect(names(page)).toHaveText([name, name, name]);
});

test("a pasted list names what is unknown, repeated, no id, decided, and another team’s", async ({ open }) => {
  const [page, auditor] = [await open("ben"), await open("auditor")];
  const [own, decided, foreign] = await Promise.all([
    share(),
    share(),
    share({ to: "444455556666", region: "eu-west-1" }),
  ]);
  await refresh(auditor); // who has the other team's sources read as well
  await page.goto("/batches/new");
  await expectAccessible(page);
  await page.getByLabel("Invitation IDs").fill(decided.id);
  await page.getByRole("radio", { name: "Reject" }).check();
  await page.getByRole("button", { name: "Preview" }).click();
  await start(page, "Reject");

  await page.goto("/batches/new");
  const unknown = "0".repeat(31) + "f";
  await page.getByLabel("Invitation IDs").fill(`${own.id} ${own.id}\nnonsense, ${unknown};${decided.id}\n${foreign.id}`);
  await page.getByRole("radio", { name: "Accept" }).check();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accept 1 invitation?");
  const table = page.getByRole("table", { name: "5 can’t be decided" });
  await expect(table.getByRole("row").filter({ hasText: "nonsense" })).toContainText("Not an invitation ID");
  await expect(table.getByRole("row").filter({ hasText: unknown })).toContainText("No invitation with this ID");
  await expect(table.getByRole("row").filter({ hasText: own.id })).toContainText("already in the list");
  await expect(table.getByRole("row").filter({ hasText: decided.name })).toContainText("decided");
  await expect(table.getByRole("row").filter({ hasText: foreign.id })).toContainText("another team");
  await expect(table).not.toContainText(foreign.name);
  await expectAccessible(page);
});

test("what the owner changes between the look and the start is not decided, and stays selected", async ({ open }) => {
  const [mine, theirs] = [await open("reviewer"), await open("lead")];
  const [word, [changed, taken]] = await three(mine);
  await mine.getByRole("checkbox", { name: "Select all on this page" }).check();
  await mine.getByRole("button", { name: "Accept…" }).click();
  await changed.allow("CONTRIBUTOR");
  await theirs.goto(`/invitations/${taken.id}`);
  await theirs.getByRole("radio", { name: "Reject" }).check();
  await theirs.getByLabel("Reason").fill(REASON);
  await theirs.getByRole("button", { name: "Reject", exact: true }).click();

  await start(mine, "Accept");
  await expect(mine.getByText("1 accepted, 1 not decided, 1 with another decision")).toBeVisible();
  await expect(mine.getByRole("row").filter({ hasText: `${word} a` })).toContainText("Refused");
  const other = mine.getByRole("row").filter({ hasText: `${word} b` });
  await expect(other).toContainText("Another decision");
  await expect(other.getByRole("link", { name: /View the decision of lead: reject/ })).toBeVisible();
  await expect(other.getByRole("checkbox")).toHaveCount(0);
  expect([await changed.status(), await taken.status()]).toEqual(["PENDING", "REJECTED"]);
  await mine.getByRole("button", { name: "Accept selected…" }).click();
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText(/Accept (0 invitations|1 invitation)\?/);
});
