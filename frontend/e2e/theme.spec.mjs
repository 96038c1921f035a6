import { expectNoViolations } from "./checks.mjs";
import { expect, test } from "./session.mjs";

const GROUND = { light: "rgb(246, 247, 249)", dark: "rgb(15, 23, 32)" };

async function choose(page, theme) {
  const menu = page.locator("details", { has: page.locator("[title='Theme']") });
  if ((await menu.getAttribute("open")) === null) {
    await menu.locator("summary").click();
  }
  await page.getByRole("button", { name: theme }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`the theme is switched ${javaScriptEnabled ? "with" : "without"} script, and kept`, async ({ open }) => {
    const page = await open("auditor", { javaScriptEnabled, colorScheme: "light" });
    const ground = page.locator("body");
    await page.goto("/history?action=SIGN_IN");
    await expect(ground).toHaveCSS("background-color", GROUND.light);

    await choose(page, "Dark");
    await expect(ground).toHaveCSS("background-color", GROUND.dark);
    await expect(page).toHaveURL("/history?action=SIGN_IN");
    await page.goto("/");
    await expect(ground).toHaveCSS("background-color", GROUND.dark);

    await choose(page, "System");
    await expect(ground).toHaveCSS("background-color", GROUND.light);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(ground).toHaveCSS("background-color", GROUND.dark);

    await choose(page, "Light");
    await expect(ground).toHaveCSS("background-color", GROUND.light);
  });
}

test("a theme against the system's is accessible, and so is the open menu", async ({ open }) => {
  for (const [colorScheme, theme] of [["light", "Dark"], ["dark", "Light"]]) {
    const page = await open("auditor", { colorScheme });
    await page.goto("/history?action=EXPORT");
    await choose(page, theme);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme.toLowerCase());
    await expectNoViolations(page, theme);
  }
});
