import AxeBuilder from "@axe-core/playwright";
import { WellArchitectedClient } from "@aws-sdk/client-wellarchitected";
import { expect, test as base } from "@playwright/test";

export { expect };

/** A page on the started application, in the browser that was found. Only 127.0.0.1 is reached. */
export const test = base.extend({
  launchOptions: [async ({}, use) => use(JSON.parse(process.env.COUNTERSIGN_LAUNCH)), { scope: "worker" }],
  baseURL: async ({}, use) => use(process.env.COUNTERSIGN_URL),
  /** The same browser with script switched off. */
  noScriptPage: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
});

/** Signs in one of the demo people: reviewer, lead, auditor or admin. */
export async function signIn(page, name) {
  await page.goto("/login");
  await page.locator("input[name=username]").fill(name);
  await page.locator("input[name=password]").fill("demo");
  await page.locator("form:has(input[name=password]) button[type=submit]").click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** The page as it stands has no accessibility violation that axe knows, in light and in dark. */
export async function expectNoAxeViolations(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** Nothing is cut off or reached by sideways scrolling of the page. */
export async function expectNoHorizontalScroll(page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window);
}

/** The simulator's control endpoints. */
export const simulator = {
  async calls() {
    return (await control("calls")).json();
  },
  async setFaults(faults) {
    await control("faults", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(faults),
    });
  },
};

async function control(path, options) {
  const response = await fetch(`${process.env.COUNTERSIGN_SIMULATOR}/_simulator/${path}`, options);
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return response;
}

/** AWS's own client for an account of the demo, signed with its access key. */
export function awsClient(account, region) {
  return new WellArchitectedClient({
    region,
    endpoint: process.env.COUNTERSIGN_SIMULATOR,
    credentials: { accessKeyId: `AKIADEMO${account}`, secretAccessKey: "demo" },
  });
}
