import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./workbench";

const QUICK = `title: Quick
home: JPN
worlds: [wiod2011]
steps:
  - partners: {show: 5}
  - cutoff: {by: CHN}
`;

/** Long enough to be met in the middle on any machine: each step follows years of days, and a run is stopped within a day. */
const SLOW = `title: Slow
home: JPN
worlds: [icio2022]
steps:
${["AUS", "CHN", "USA", "KOR", "DEU", "IDN", "SAU", "TWN", "THA", "VNM"].map((by) => `  - disrupt: {cut: "${by}:C26", days: 60, horizon: 3000}`).join("\n")}
`;

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" ")}`);
}

test("the page of studies: axe has no objection, and it fits a narrow screen, light and dark, in both languages", async ({ page }) => {
  for (const [lang, colorScheme] of [["en", "light"], ["ja", "dark"]] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme });
    await open(page, `/studies?lang=${lang}`);
    await expect(page.getByRole("textbox")).toHaveValue(/^title:/);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});

test("a study is written, run, and its results are read, fetched and compared", async ({ page, request }) => {
  await open(page, "/studies");
  await write(page, QUICK);
  await expect(page.locator("main")).toBeFocused();
  await expect(page.getByRole("link", { name: "Open the report" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "done" })).toBeVisible();
  const first = new URL(page.url()).searchParams.get("run") ?? "";
  await page.getByText(/^The table \(/).first().click();
  await expect(page.getByRole("grid").first()).toContainText("China");
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "tables/01-partners.csv" }).click();
  expect((await file).suggestedFilename()).toBe("01-partners.csv");
  const report = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Open the report" }).click();
  await expect((await report).getByRole("heading", { level: 1 })).toHaveText("Quick");

  await page.getByRole("button", { name: "Change and run again" }).click();
  await expect(page.getByRole("textbox")).toHaveValue(QUICK);
  await write(page, QUICK.replace("wiod2011", "wiod1995"));
  await expect(page.getByRole("link", { name: "Open the report" })).toBeVisible();
  const second = new URL(page.url()).searchParams.get("run") ?? "";
  expect(second).not.toBe(first);

  await page.goto(`/studies?a=${first}&b=${second}&measure=supply_look_through`);
  for (const world of ["2011: WIOD", "1995: WIOD"]) await expect(page.locator("#compare-title ~ * dd").filter({ hasText: world })).toBeVisible();
  const china = page.getByRole("row", { name: /China/ }).first();
  for (const run of [first, second]) {
    const results = (await (await request.get(`/api/v1/runs/${run}/files/results.json`)).json()) as
      { steps: { answer: { rows: { partner: string; supply_look_through: number }[] } }[] };
    const share = Number(results.steps[0]?.answer.rows.find((row) => row.partner === "CHN")?.supply_look_through);
    await expect(china).toContainText(`${(share * 100).toFixed(2)}%`);
  }
  await expect(page.locator("figure [role=img]").first()).toBeVisible();
  await expect(china).toContainText(/[+-]\d+\.\d\d/);
  const csv = page.waitForEvent("download");
  await page.getByRole("link", { name: "Both runs as CSV" }).click();
  expect(readFileSync(await (await csv).path(), "utf8")).toContain("first,second,difference");
  expect(await violations(page)).toEqual([]);
});

test("a question that was run bears a readable name, in the reader's language", async ({ page }) => {
  for (const [lang, button, title] of [["en", "Work out the bands", /25%.*cars/i], ["ja", "幅を計算する", /自動車/]] as const) {
    await page.goto(`/whatif?world=wiod2011&home=JPN&ask=tariffs&scenario=us-cars-2025&lang=${lang}`);
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveURL(/bands=/);
    const run = new URL(page.url()).searchParams.get("bands");
    await page.goto(`/studies?run=${run}&lang=${lang}`);
    await expect(page.locator("#run-title")).toHaveText(title);
    await expect(page.locator("#run-title")).not.toContainText("=");
    await page.request.delete(`/api/v1/runs/${run}`);
  }
});

test("a run is stopped, and said to be", async ({ page }) => {
  await open(page, "/studies");
  await write(page, SLOW);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("It was cancelled; nothing was kept.")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^cancelled$/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Change and run again" }).click();
  await expect(page.getByRole("textbox")).toHaveValue(SLOW);
});

test("a run is followed again after a reload", async ({ page }) => {
  await open(page, "/studies");
  await write(page, SLOW);
  await expect(page.getByText(/Step \d+ of 10/)).toBeVisible();
  const address = page.url();
  await page.reload();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText(/Step \d+ of 10/)).toBeVisible();
  expect(page.url()).toBe(address);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("It was cancelled; nothing was kept.")).toBeVisible();
});

test("a run that fails, and one that was cut off, say so", async ({ page }) => {
  const ended = (id: string, state: string, problem?: object) => ({ id, title: state, kind: "study", state, done: 1, total: 3,
    message: "", submitted: "2026-01-05T09:00:00Z", ended: "2026-01-05T09:00:04Z", problem, files: [] });
  const failed = ended("1", "failed", { title: "The table is not there", expected: "a world", found: "none", maybe: "it was removed." });
  const broken = ended("2", "broken");
  await page.route("**/api/v1/runs", (route) => route.fulfill({ json: [failed, broken] }));
  for (const run of [failed, broken]) {
    await page.route(`**/api/v1/runs/${run.id}/events`, (route) =>
      route.fulfill({ contentType: "text/event-stream", body: `data: ${JSON.stringify(run)}\n\n` }));
  }
  await page.goto("/studies?run=1");
  await expect(page.getByRole("alert")).toContainText("The table is not there");
  await expect(page.getByRole("alert")).toContainText("it was removed.");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: /broken/ }).click();
  await expect(page.getByText("It was cut off when the server ended")).toBeVisible();
});

test.describe("when something is wrong", () => {
  test.use({ allowed: [/Failed to load resource/] });

  test("a mistake is shown at its line, and what was written outlives a reload", async ({ page }) => {
    await open(page, "/studies");
    await write(page, QUICK.replace("partners:", "partner:"));
    await expect(page.getByRole("alert")).toContainText("line 5, column 5");
    await expect(page.getByRole("alert")).toContainText("you meant 'partners'");
    await expect(page.locator("li.wrong")).toHaveText("5");
    await page.getByRole("button", { name: "Go to line 5" }).click();
    await expect(page.getByRole("textbox")).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await expect(page.getByRole("textbox")).toHaveValue(/partner: /);
  });

  test("a run that is not there is said in the server's words", async ({ page }) => {
    await page.goto("/studies?run=nothing");
    await expect(page.getByRole("alert")).toContainText("There is no such run");
  });
});

test("a report draws small changes of days with figures that tell them apart", async ({ page, request }) => {
  const data = "title: Days\nhome: JPN\nworlds: [wiod2011]\nsteps:\n  - disrupt: {cut: KOR:c14, days: 20, horizon: 90}\n"
    + "  - disrupt: {cut: CHN:c14, days: 30, horizon: 90, endure: true}\n";
  const headers = { "Content-Type": "application/yaml" };
  const run = (await request.post("/api/v1/runs", { data, headers })).headers().location ?? "";
  const state = async () => ((await (await request.get(run)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: 50_000 }).toBe("done");
  await page.goto(`${run}/files/report.html`);
  const days = page.getByRole("img", { name: "Line chart of Japan and World over 0 to 89" });
  await expect(days.getByText("Day", { exact: true })).toBeVisible();
  await expect(days.getByText(/^Japan\s+\d+\.\d\d$/)).toBeVisible();
  const drawn = await days.locator("text").allTextContents();
  const ticks = drawn.filter((text) => /^(9[89]|10[01])(\.\d+)?$/.test(text)).map(Number);
  expect(ticks.length).toBeGreaterThan(3);
  const steps = ticks.slice(1).map((tick, k) => Math.abs(tick - (ticks[k] ?? 0)).toFixed(3));
  expect(new Set(steps).size, ticks.join()).toBe(1);
  const lasted = page.getByRole("img", { name: "Bar chart of Time lasted" });
  await expect(lasted.getByText("10", { exact: true }).first()).toBeVisible();
});
