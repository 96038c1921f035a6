import { expect, test as base } from "@playwright/test";
import { examined } from "./checks.mjs";

export { expect };

const RECENT_MS = 180_000;

export const REASON = "Agreed with the platform team on Monday.";

export const test = base.extend({
  launchOptions: [async ({}, use) => use(JSON.parse(process.env.COUNTERSIGN_LAUNCH)), { scope: "worker" }],
  baseURL: async ({}, use) => use(process.env.COUNTERSIGN_URL),

  /** The session of a person, who signs in again before the sign-in is too old for sensitive forms. */
  session: [
    async ({ browser }, use) => {
      const sessions = new Map();
      await use(async (person) => {
        if (!(Date.now() - sessions.get(person)?.at < RECENT_MS)) {
          sessions.set(person, { at: Date.now(), state: await sessionOf(browser, person) });
        }
        return sessions.get(person).state;
      });
    },
    { scope: "worker" },
  ],

  /**
   * Opens a separate window, signed in as a user or signed out. In every test, no page in it may break the
   * content security policy or throw.
   */
  open: async ({ browser, baseURL, session }, use) => {
    const contexts = [];
    const complaints = [];
    await use(async (person, options = {}) => {
      const storageState = person ? await session(person) : undefined;
      // a color that is still fading has no contrast to speak of
      const context = await browser.newContext({ baseURL, storageState, reducedMotion: "reduce", ...options });
      context.on("console", (message) => {
        if (message.text().includes("Content Security Policy") && !examined.has(message.page())) {
          complaints.push(message.text());
        }
      });
      context.on("weberror", (thrown) => complaints.push(thrown.error().stack));
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints).toEqual([]);
  },

  reviewer: async ({ open }, use) => use(await open("reviewer")),
  lead: async ({ open }, use) => use(await open("lead")),
  auditor: async ({ open }, use) => use(await open("auditor")),
});

async function sessionOf(browser, person) {
  const context = await browser.newContext({ baseURL: process.env.COUNTERSIGN_URL });
  const page = await context.newPage();
  await page.goto("/login");
  await signIn(page, person);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Fills in the sign-in page, which must be open. */
export async function signIn(page, name, password = "demo") {
  await page.getByLabel("Username", { exact: true }).fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForLoadState();
}

/** Has all sources read now, so that what was just shared is in the queue. */
export async function refresh(page) {
  await page.goto("/");
  await refreshed(page, () => page.getByRole("button", { name: "Refresh" }).click());
}

/** Starts a refresh, follows the progress page until it is complete, and opens the queue. */
export async function refreshed(page, start) {
  await Promise.all([page.waitForURL(/\/refresh\?/), start()]);
  const complete = page.getByText("All accounts and Regions were refreshed.").or(page.getByRole("heading", { name: "Queue", level: 1 }));
  await expect(complete.first()).toBeVisible({ timeout: 90_000 });
  await page.goto("/");
}

/** Reads all sources and opens the page of one invitation. */
export async function review(page, invitation) {
  await refresh(page);
  await page.goto(`/invitations/${invitation.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(invitation.name);
}

/** Makes the decision on the page that is open: "Accept" or "Reject". */
export async function decide(page, action, reason = REASON) {
  await page.getByRole("radio", { name: action }).check();
  await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: action, exact: true }).click();
}

/** Posts a decision as a form would, with the valid token of the person's sign-out form; for those who are shown no form. */
export async function postDecision(page, invitation) {
  const answered = page.waitForResponse((response) => response.url().includes("/decisions"));
  await page.locator("form[action$=logout]").evaluate((form, action) => {
    form.action = action;
    for (const [name, value] of Object.entries({
      action: "ACCEPT",
      reason: "A reason that is long enough",
      fingerprint: "0".repeat(64),
    })) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    form.submit();
  }, `/invitations/${invitation.id}/decisions`);
  return answered;
}

/** What a list of facts of the page, or of a part of it, says under a heading. */
export function fact(page, term, part = page) {
  return part.locator(".fact").filter({ has: page.getByText(term, { exact: true }) }).locator("dd");
}

/** The names in the queue, in order. */
export function names(page) {
  return page.locator("table.list tbody .resource-name");
}
