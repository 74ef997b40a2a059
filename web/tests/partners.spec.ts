import { choose, expect, objections, open, settled, test } from "./workbench";

interface Answer {
  rows: Record<string, string | number | null>[];
  findings: { role: string; said: string }[];
}

const VIEW = "/partners?home=JPN&world=wiod2011";

test("/partners: axe has no objection, and it fits a narrow screen, light and dark, in both languages", async ({ page }) => {
  test.slow(); // the longest page there is
  for (const [lang, colorScheme] of [["en", "light"], ["ja", "dark"]] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme });
    await open(page, `${VIEW}&hub=away&who=AUS&lang=${lang}`);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    expect(await objections(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});

test("the map says what the server says, of the year of the slider, with the hub and without", async ({ page, request }) => {
  await open(page, `${VIEW}&layers=pacts`);
  const asked = async (year: number) => (await (await request.get(
    `/api/v1/network?home=JPN&layers=defence,consultation,access&as-of=${year}-12-31&by-partner=true&around=2`)).json()) as Answer;
  const headline = (answer: Answer) => answer.findings.find((one) => one.role === "headline")?.said ?? "";
  const now = await asked(2025);
  await expect(page.getByRole("heading", { name: "Agreements of Japan in force at the end of 2025" })).toBeVisible();
  await expect(page.locator("section:has(#ties-title) .headlines")).toContainText(headline(now));
  const australia = now.rows.find((row) => row.partner === "AUS");
  await expect(page.getByRole("button", { name: `Australia ${String(australia?.agreements)} in force` })).toBeVisible();

  await page.getByText("Take the hub away").click();
  await settled(page);
  await expect(page).toHaveURL(/hub=away/);
  await expect(page.getByRole("button", { name: `Australia ${String(australia?.tied_without)}` })).toBeVisible();
  await expect(page.getByRole("button", { name: "United States taken away" })).toBeVisible();

  const slider = page.getByRole("slider");
  await slider.fill("1980");
  await settled(page);
  await expect(page).toHaveURL(/year=1980/);
  await expect(page.locator("section:has(#ties-title) .headlines")).toContainText(headline(await asked(1980)));
  await page.goBack();
  await settled(page);
  await expect(page.locator("section:has(#ties-title) .headlines")).toContainText(headline(now));
});

test("a tie from memory is marked in the profile, and what is asked of partners stands in the address", async ({ page }) => {
  await open(page, VIEW);
  await choose(page, "Partner", "Austral");
  await settled(page);
  await expect(page).toHaveURL(/who=AUS/);
  await expect(page.getByRole("heading", { name: "What Japan and Australia have signed" })).toBeVisible();
  await page.locator("#signed").getByText(/^The table \(/).click();
  await expect(page.locator("#signed")).toContainText("[from memory]");
  await expect(page.getByRole("heading", { name: "What is at stake if Australia stops selling to Japan" })).toBeVisible();
});

test("what partners are worth is a run, with money and security in columns of their own", async ({ page }) => {
  test.slow(); // days of a whole world, on a machine that does other things
  await open(page, `${VIEW}&standing=USA`);
  await page.getByRole("button", { name: "Work out what they are worth" }).click();
  await expect(page.locator("#worth")).toBeVisible({ timeout: 150_000 });
  await settled(page);
  await expect(page.locator("#worth")).toContainText("never added up");
  await page.locator("#worth").getByText(/^The table \(/).click();
  for (const column of [/^Worth \(Shapley\)/, /^Ties of security/]) {
    await expect(page.locator("#worth").getByRole("columnheader", { name: column })).toBeVisible();
  }
});
