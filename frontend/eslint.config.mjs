import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["node_modules/", "playwright-report/", "test-results/"] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["js/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    files: ["e2e/**/*.mjs", "*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    // Playwright reads a fixture's needs from its pattern: {} is "none"
    rules: { "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }] },
  },
];
