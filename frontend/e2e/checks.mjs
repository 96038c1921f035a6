import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/** Pages that axe has looked at: it puts styles of its own into them, which their policy refuses. */
export const examined = new WeakSet();

/** What of axe's rules looks at colors. In the dark nothing else of a page is different. */
const COLORS = ["color-contrast", "link-in-text-block"];

const NARROW = { width: 320, height: 640 };

/** Axe knows no violation on the page as it stands, in light and in dark; and 320 px wide it does not scroll sideways. */
export async function expectAccessible(page) {
  const wide = page.viewportSize();
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolations(page, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, "dark", COLORS);
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: null });
}

/** @param rules the only ones to look at; all if there are none */
export async function expectNoViolations(page, when, rules = []) {
  examined.add(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
  expect(found, `${page.url()} in ${when}`).toEqual([]);
}

async function expectNoSidewaysScroll(page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window);
}

/** Presses Tab until the place has the focus; on the way the focus can be seen on everything that takes it. */
export async function tabTo(page, place) {
  await page.waitForLoadState(); // without its styles a page shows no focus
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press("Tab");
    expect(await focusCanBeSeen(page), `focus is seen after ${pressed + 1} tabs on ${page.url()}`).toBe(true);
    if (await place.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`Not reached by 150 tabs: ${place}`);
}

/** An outline around the element or, as with the cards of a choice, around its label. The end of the page has none. */
async function focusCanBeSeen(page) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const outlined = (element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    };
    return focused === document.body || [focused, focused.closest("label")].some((place) => place && outlined(place));
  });
}
