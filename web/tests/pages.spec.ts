import { readFileSync } from "node:fs";
import { expect, objections, open, settled, test } from "./workbench";

const VIEWS = ["/overview", "/overview?side=market", "/dependence", "/dependence?side=market", "/dependence?side=us",
  "/methods", "/methods?part=worlds", "/methods?part=thresholds", "/methods?doc=trade"];

for (const view of VIEWS) {
  test(`${view}: axe has no objection, and it fits a narrow screen, light and dark, in both languages`, async ({ page }) => {
    for (const [lang, colorScheme] of [["en", "light"], ["ja", "dark"]] as const) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme });
      await open(page, `${view}${view.includes("?") ? "&" : "?"}lang=${lang}`);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      expect(await objections(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
}

for (const [address, said] of [
  ["/overview?side=sideways", "“side=sideways” in the address is not known"],
  ["/overview?page=3", "“page=3” in the address means nothing on this page"],
  ["/dependence?partner=XYZ&sector=C26", "“partner=XYZ”"],
  ["/whatif?world=wiod2011&ask=perhaps", "“ask=perhaps” in the address is not known in this view (2011: WIOD); shown instead: cut. It takes: cut, tariffs, loss."],
  ["/studies?study=none", "shown instead: electronics-stop"],
  ["/methods?part=none&doc=other", "“doc=other”"],
] as const) {
  test(`${address}: what is not understood is said`, async ({ page }) => {
    await open(page, address);
    await expect(page.locator(".misread")).toContainText(said);
    expect(await objections(page)).toEqual([]);
    await page.getByRole("button", { name: "Correct the address" }).click();
    await expect(page.locator(".misread")).toHaveCount(0);
  });
}

test("on a narrow screen nothing is cut off: the menu, names of bars and of the heat map, and chains", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, "/dependence?home=JPN&world=icio2022");
  for (const link of await page.getByRole("navigation").getByRole("link").all()) {
    const box = await link.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  }
  const drawn = await page.evaluate(() => [...document.querySelectorAll(".chart")].map((chart) => {
    const frame = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll("text, tspan")];
    return { width: frame.right, out: texts.filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1;
    }).map((text) => text.textContent) };
  }));
  expect(drawn.length).toBeGreaterThanOrEqual(6);
  for (const chart of drawn) {
    expect(chart.width).toBeLessThanOrEqual(390);
    expect(chart.out).toEqual([]);
  }
  const bars = page.locator("section.figure").filter({ hasText: "The largest single foreign sources" }).locator("text");
  expect((await bars.allTextContents()).join()).not.toContain("…");
});

test("what loads does not push what is read", async ({ page }) => {
  await page.addInitScript(() => {
    const moved = { sum: 0 };
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) moved.sum += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const view of ["/overview", "/dependence", "/whatif?world=wiod2011"]) {
    await open(page, view);
    expect(await page.evaluate(() => (window as unknown as { moved: { sum: number } }).moved.sum), view).toBeLessThan(0.1);
  }
});

test("the files of the trend and of those who depend on us hold what is shown, and nothing else", async ({ page }) => {
  for (const [view, id, own] of [["/dependence?home=JPN&world=icio2022&side=us", "partners", (row: string[]) => row[1] === "JPN" && row[0] !== "JPN"],
    ["/dependence?home=JPN&world=icio2022", "trend", (row: string[]) => row.length > 5]] as const) {
    await open(page, view);
    const figure = page.locator(`section:has(> header #${id}-title)`);
    const file = page.waitForEvent("download");
    await figure.getByRole("link", { name: "CSV" }).click();
    const lines = readFileSync(await (await file).path(), "utf8").trim().split("\n");
    await figure.getByRole("button", { name: "Table", exact: true }).click();
    expect(lines.length, id).toBe(Number(await figure.getByRole("grid").getAttribute("aria-rowcount")));
    expect(lines.slice(1).every((line) => own(line.split(",")))).toBe(true);
    if (id === "trend") expect(lines.filter((line) => line.includes("icio2022")).length).toBe(6);
  }
});

test("tables of figures pass axe and are walked with the arrows", async ({ page }) => {
  await open(page, "/overview");
  for (const frame of await page.locator("section.figure").all()) {
    await frame.getByRole("button", { name: "Table", exact: true }).click();
  }
  await settled(page);
  expect(await objections(page)).toEqual([]);
  const head = page.getByRole("grid").first().getByRole("columnheader").first();
  await head.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Look-through supply" })).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the first view weighs at most 600 kB as sent", async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  let sent = 0;
  client.on("Network.loadingFinished", (event) => (sent += event.encodedDataLength));
  await open(page, "/");
  expect(sent).toBeGreaterThan(50_000);
  expect(sent).toBeLessThanOrEqual(600_000);
});
