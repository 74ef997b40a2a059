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
