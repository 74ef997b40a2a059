import { choose, expect, objections, open, settled, test } from "./workbench";

const VIEW = "/goods?home=JPN&world=icio2022";

test("a closed strait is marked on the map, and the server says who is left without a way", async ({ page }) => {
  test.slow();
  await open(page, VIEW);
  const lanes = page.locator("#lanes");
  const map = lanes.locator(".chart").first();
  await expect(lanes.locator(".headline")).toContainText("Strait of Hormuz");
  await expect(map).toContainText(/Strait of Malacca \d+\.\d%/);
  await expect(map).not.toContainText("No way left");
  await choose(page, "Straits to close", "Hormuz");
  await settled(page);
  await expect(page).toHaveURL(/close=hormuz/);
  await expect(lanes.locator(".headline")).toContainText("without any way by sea");
  await expect(map).toContainText("No way left");
  await page.getByRole("button", { name: /Strait of Hormuz/ }).click();
  await settled(page);
  await expect(page).not.toHaveURL(/close=/);
});

test("chokepoints, suppliers and one good are the server's answers, chosen by name", async ({ page }) => {
  test.slow();
  await open(page, VIEW);
  await expect(page.locator("#lanes table")).toContainText("Strait of Hormuz");
  await choose(page, "Held by", "China");
  await settled(page);
  await expect(page).toHaveURL(/from=CHN/);
  await expect(page.locator("#goods .headline")).toContainText("China");
  await choose(page, "Good", "tungsten powder");
  await settled(page);
  await expect(page).toHaveURL(/good=810110/);
  await expect(page.locator("#good h2")).toContainText(/tungsten powder/i);
  await page.goBack();
  await settled(page);
  await expect(page.locator("#good h2")).toContainText(/permanent magnets/i);
});

for (const [view, lang] of [["", "en"], ["&close=malacca,hormuz&lane=all", "ja"]] as const) {
  test(`goods${view}: axe has no objection, and it fits a narrow screen (${lang})`, async ({ page }) => {
    await open(page, `${VIEW}${view}&lang=${lang}`);
    expect(await objections(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await settled(page);
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test("a good that the data do not hold is said by the server, and the rest of the page stays", async ({ page }) => {
  await page.goto(`${VIEW}&good=999999`);
  await expect(page.getByRole("alert")).toContainText("999999");
  await expect(page.locator("#lanes .headline")).toBeVisible();
});
test.use({ allowed: [/Failed to load resource/] });
