import { readFileSync } from "node:fs";
import { choose, expect, objections, open, settled, test } from "./workbench";

const VIEWS = ["/overview", "/overview?side=market", "/dependence", "/dependence?side=market", "/dependence?side=us",
  "/ask", "/ask?q=exposure&go=1", "/ask?q=disrupt", "/methods", "/methods?part=worlds", "/methods?part=thresholds", "/methods?doc=trade"];

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
  ["/overview?lang=fr", "“lang=fr” in the address is not known"],
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
  for (const title of ["By sector", "Industry by industry", "Over the years", "Along the chains"]) {
    await page.locator("main summary").filter({ hasText: title }).click();
    await settled(page);
  }
  const drawn = await page.evaluate(() => [...document.querySelectorAll(".chart")].map((chart) => {
    const frame = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll("text, tspan")];
    return { width: frame.right, out: texts.filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1;
    }).map((text) => text.textContent) };
  }));
  expect(drawn.length).toBe(5);
  for (const chart of drawn) expect(chart.out).toEqual([]);
  expect((await page.locator(".chart text").allTextContents()).join()).not.toContain("…");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("on a phone a page ends within a few screens", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const view of ["/overview", "/dependence?home=JPN&world=icio2022"]) {
    await open(page, view);
    expect(await page.evaluate(() => document.documentElement.scrollHeight), view).toBeLessThan(5000);
  }
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

test("the file of those who depend on us holds what is shown, and nothing else", async ({ page }) => {
  await open(page, "/dependence?home=JPN&world=icio2022&side=us");
  const figure = page.locator("section:has(> header #map-title)");
  const file = page.waitForEvent("download");
  await figure.getByRole("link", { name: "CSV" }).click();
  const lines = readFileSync(await (await file).path(), "utf8").trim().split("\n");
  await figure.getByRole("button", { name: "Table", exact: true }).click();
  expect(lines.length).toBe(Number(await figure.getByRole("grid").getAttribute("aria-rowcount")));
  expect(lines.slice(1).every((line) => line.split(",")[1] === "JPN" && line.split(",")[0] !== "JPN")).toBe(true);
});

test("the title and the figures of a question come and go together", async ({ page }) => {
  await open(page, "/dependence?home=JPN&world=wiod2011");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/exposure\?home=DEU/, async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, "Home economy", "Germany");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Germany");
  await expect(page.locator("main").getByText("Computing …").first()).toBeVisible();
  await expect(page.locator("main").getByText(/that Japan makes/)).toHaveCount(0);
  release();
  await expect(page.locator("#partners .headlines")).toContainText("Germany");
});

test("tables of figures pass axe and are walked with the arrows", async ({ page }) => {
  await open(page, "/overview");
  await page.locator("section.figure").getByRole("button", { name: "Table", exact: true }).click();
  for (const table of await page.getByText(/^The table \(/).all()) await table.click();
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
