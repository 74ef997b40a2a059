import { defineConfig } from "@playwright/test";

/** The pages as built, in the machine's Chromium, against a server that `tests/server.ts` starts on a free port. */
export default defineConfig({
  testDir: "tests",
  outputDir: "target/web-tests",
  globalSetup: "./tests/server.ts",
  fullyParallel: true,
  workers: 2,
  // Tests wait for states; these are only the ends of patience on a busy machine.
  timeout: 240_000,
  expect: { timeout: 60_000 },
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
