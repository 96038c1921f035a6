import { tabTo } from "./checks.mjs";
import { REASON, decide, expect, names, refresh, refreshed, signIn, test } from "./session.mjs";
import { share, unique } from "./owner.mjs";

test("the whole job without script", async ({ open }) => {
  const word = unique();
  const first = await share({ name: `${word} a`, type: "TEMPLATE" });
  const second = await share({ name: `${word} b`, type: "LENS" });
  const page = await open(null, { javaScriptEnabled: false });
  const title = page.getByRole("heading", { level: 1 });

  await page.goto("/login");
  await signIn(page, "reviewer");
  await refresh(page);
  await page.getByLabel("Name, ID or ARN").fill(word);
  await page.getByRole("button", { name: "Apply" }).click();
  await page.locator("thead").getByRole("link", { name: "Resource" }).click();
  await expect(names(page)).toHaveText([first.name, second.name]);
  await page.getByRole("link", { name: first.name }).click();

  await decide(page, "Accept", "short");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Reason")).toHaveValue("short");
  await decide(page, "Accept");
  await expect(title).toHaveText(/^Accepted/);
  expect(await first.status()).toBe("ACCEPTED");

  await page.getByRole("link", { name: "Next in queue" }).click();
  await expect(title).toHaveText(second.name);
  await decide(page, "Reject");
  await expect(title).toHaveText(/^Rejected/);
  expect(await second.status()).toBe("REJECTED");

  await page.getByRole("link", { name: "Audit log" }).click();
  await page.getByLabel("Text, ID, request ID").fill(second.id);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.locator("table.list tbody")).toContainText(REASON);
  await page.locator("summary", { hasText: "reviewer" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
});

test("the whole job by keyboard", async ({ open }) => {
  const word = unique();
  const shares = [await share({ name: `${word} a` }), await share({ name: `${word} b` })];
  const page = await open();
  const keyboard = page.keyboard;
  const title = page.getByRole("heading", { level: 1 });

  await page.goto("/login");
  await expect(page.getByLabel("Username", { exact: true })).toBeFocused();
  await keyboard.type("reviewer");
  await tabTo(page, page.getByLabel("Password"));
  await keyboard.type("demo");
  await keyboard.press("Enter");
  await expect(title).toHaveText("Queue");

  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Refresh" }));
  await refreshed(page, () => keyboard.press("Enter"));
  await tabTo(page, page.getByLabel("Name, ID or ARN"));
  await keyboard.type(word);
  await keyboard.press("Enter");
  await expect(page.getByText("2 match this filter.")).toBeVisible();
  // both may have been seen by the same read: then either may be on top
  const top = await page.locator("a.resource-name").first().innerText();
  const [first, second] = top === shares[0].name ? shares : shares.toReversed();
  await tabTo(page, page.getByRole("link", { name: first.name }));
  await keyboard.press("Enter");
  await expect(title).toHaveText(first.name);

  await tabTo(page, page.getByRole("button", { name: "Submit decision" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Select accept or reject" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Accept" })).toBeFocused();
  await keyboard.press("Space");
  await tabTo(page, page.getByLabel("Reason"));
  await keyboard.type(REASON);
  await tabTo(page, page.getByRole("button", { name: "Accept", exact: true }));
  await keyboard.press("Enter");
  await expect(title).toHaveText(/^Accepted/);
  await expect(page.locator(".banner")).toBeFocused();
  expect(await first.status()).toBe("ACCEPTED");

  await tabTo(page, page.getByRole("link", { name: "Next in queue" }));
  await keyboard.press("Enter");
  await expect(title).toHaveText(second.name);
  await tabTo(page, page.getByRole("radio", { name: "Accept" }));
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Reject" })).toBeChecked();
  await tabTo(page, page.getByLabel("Reason"));
  await keyboard.type(REASON);
  await tabTo(page, page.getByRole("button", { name: "Reject", exact: true }));
  await keyboard.press("Space");
  await expect(title).toHaveText(/^Rejected/);
  expect(await second.status()).toBe("REJECTED");

  await tabTo(page, page.locator("summary", { hasText: "reviewer" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
});
