import { defineConfig } from "@playwright/test";

/** The pages as built, in the machine's Chromium, against a server that `tests/server.ts` starts on a free port. */
export default defineConfig({
  testDir: "tests",
  outputDir: "target/web-tests",
  globalSetup: "./tests/server.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["line"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" },
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    trace: "retain-on-failure",
  },
});
