import { expectNoViolations } from "./checks.mjs";
import { expect, names, refresh, refreshed, review, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";

/** Scripts come after the page: before that a key has no meaning. */
const ready = (page) => page.waitForLoadState();

async function two(page) {
  const word = unique();
  const shares = [await share({ name: `${word} a` }), await share({ name: `${word} b` })];
  await refresh(page);
  await page.goto(`/?text=${word}&sort=name`);
  return shares;
}

test("single keys walk the queue and open a decision, and never make one", async ({ reviewer: page }) => {
  const [first, second] = await two(page);
  const keyboard = page.keyboard;
  const title = page.getByRole("heading", { level: 1 });

  await keyboard.press("j");
  await expect(names(page).nth(0)).toBeFocused();
  await keyboard.press("j");
  await expect(names(page).nth(1)).toBeFocused();
  await keyboard.press("j");
  await expect(names(page).nth(1)).toBeFocused();
  await keyboard.press("k");
  await expect(names(page).nth(0)).toBeFocused();
  await keyboard.press("x");
  await keyboard.press("c");
  await keyboard.press("Enter");
  await expect(title).toHaveText(first.name);
  await ready(page);

  await keyboard.press("r");
  await expect(page.getByRole("radio", { name: "Reject" })).toBeChecked();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await keyboard.type("jar/?");
  await expect(page.getByLabel("Reason")).toHaveValue("jar/?");
  await page.goBack();
  await ready(page);
  await names(page).nth(1).focus();
  await keyboard.press("a");
  await expect(title).toHaveText(second.name);
  await expect(page.getByRole("radio", { name: "Accept" })).toBeChecked();
  await expect(page).toHaveURL(/decide=ACCEPT#decide$/);
  expect([await first.status(), await second.status()]).toEqual(["PENDING", "PENDING"]);

  await page.goto("/?view=all");
  await keyboard.press("/");
  await expect(page.getByLabel("Name, ID or ARN")).toBeFocused();
});

test("n and p walk the queue from invitation to invitation and keep its filter, and links do the same", async ({ reviewer: page }) => {
  const [first, second] = await two(page);
  const title = page.getByRole("heading", { level: 1 });
  await page.getByRole("link", { name: first.name }).click();
  await expect(title).toHaveText(first.name);
  await ready(page);
  await page.keyboard.press("p");
  await expect(title).toHaveText(first.name);

  await page.keyboard.press("n");
  await expect(title).toHaveText(second.name);
  await expect(page).toHaveURL(/text=.*sort=name/);
  await ready(page);
  await page.keyboard.press("n");
  await expect(title).toHaveText(second.name);
  await page.keyboard.press("p");
  await expect(title).toHaveText(first.name);

  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(title).toHaveText(second.name);
  await page.getByLabel("Reason").press("n");
  await expect(title).toHaveText(second.name);
  await page.getByRole("link", { name: "Previous", exact: true }).click();
  await expect(title).toHaveText(first.name);
});

test("Ctrl+Enter in a text submits its form, and an empty comment takes the focus", async ({ reviewer: page }) => {
  const invitation = await share();
  await review(page, invitation);
  await ready(page);
  await page.getByLabel("Comment").press("Control+Enter");
  await expect(page).toHaveTitle(`Error: ${invitation.name} · Countersign`);
  await expect(page.getByLabel("Comment")).toBeFocused();
  await page.getByLabel("Comment").fill("Seen by the team.");
  await page.getByLabel("Comment").press("Meta+Enter");
  await expect(page.getByText("Comment added.")).toBeVisible();

  await ready(page);
  await page.keyboard.press("r");
  await page.keyboard.type("Not needed by the team.");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveTitle(new RegExp(`^${invitation.name} · Rejected`));
});

test("a key refreshes the queue", async ({ reviewer: page }) => {
  await page.goto("/?view=all");
  await ready(page);
  await refreshed(page, () => page.keyboard.press("u"));
});

test("a key claims what can be claimed", async ({ reviewer: page }) => {
  const invitation = await share();
  await review(page, invitation);
  await ready(page);
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: "Unassign me" })).toBeVisible();
});

test("the list of keys opens by a key or a link, and is a page without script", async ({ open }) => {
  const page = await open("auditor");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.goto("/?view=all");
  await page.keyboard.press("?");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await expectNoViolations(page, "the dialog");
  await page.keyboard.press("j");
  await expect(names(page).first()).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Keyboard shortcuts" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL("/?view=all");

  const plain = await open("auditor", { javaScriptEnabled: false });
  await plain.goto("/history");
  await plain.getByRole("link", { name: "Keyboard shortcuts" }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText("Keyboard shortcuts");
});

test("the keys can be switched off, and on again", async ({ open }) => {
  const page = await open("reviewer");
  await page.goto("/keys");
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Shortcuts are off in this browser.")).toBeVisible();
  await page.goto("/?view=all");
  await page.keyboard.press("j");
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("body")).toBeFocused();

  await page.getByRole("link", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Turn on" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-keys");
  await ready(page);
  await page.keyboard.press("j");
  await expect(names(page).first()).toBeFocused();
});

test("keys with a modifier stay the browser’s", async ({ reviewer: page }) => {
  await page.goto("/?view=all");
  for (const modifier of ["Control", "Alt", "Meta"]) {
    await page.keyboard.press(`${modifier}+k`);
    await expect(page.locator("body")).toBeFocused();
  }
});
