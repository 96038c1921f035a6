import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/** Pages that axe has looked at: it puts styles of its own into them, which their policy refuses. */
export const examined = new WeakSet();

const NARROW = { width: 320, height: 640 };

/** Axe knows no violation on the page as it stands, in light and in dark; and 320 px wide it does not scroll sideways. */
export async function expectAccessible(page) {
  const wide = page.viewportSize();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page, colorScheme);
  }
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: null });
}

export async function expectNoViolations(page, when) {
  examined.add(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
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
