import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.mjs",
  globalSetup: "./e2e/start-application.mjs",
  reporter: [["list"], ["./e2e/count-reporter.mjs"]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { screenshot: "only-on-failure", locale: "en-US", timezoneId: "UTC" },
});
