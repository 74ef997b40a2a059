import { choose, expect, open, settled, test } from "./workbench";

interface Answer {
  rows: Record<string, string | number>[];
  findings: { role: string; said: string }[];
}

test("someone who has never seen it finds out on whom Germany depends", async ({ page, request }) => {
  await open(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Japan in the world economy, 2022");
  await choose(page, "Home economy", "germ");
  await settled(page);
  await expect(page).toHaveURL(/home=DEU/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Germany in the world economy, 2022");

  const { findings } = (await (await request.get("/api/v1/exposure?home=DEU")).json()) as Answer;
  for (const { said } of findings.filter((one) => one.role === "headline")) await expect(page.locator("#partners .headlines")).toContainText(said);

  await page.getByRole("link", { name: "Dependence" }).click();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The dependence of Germany, 2022");
  await page.goBack();
  await page.goBack();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Japan in the world economy, 2022");
});

test("who is looked for is found by part of a name, by another name, and by its reading", async ({ page }) => {
  for (const [lang, typed, found] of [["en", "Tai", /Taiwan/], ["en", "holland", /Netherlands/], ["ja", "べいこく", /米国/], ["ja", "KOR", /韓国/]] as const) {
    await open(page, `/overview?home=JPN&world=wiod2011&lang=${lang}`);
    await page.getByRole("combobox").first().fill(typed);
    await expect(page.getByRole("listbox").first().getByRole("option")).toHaveText([found]);
  }
  await page.getByRole("combobox").first().fill("");
  const names = await page.getByRole("listbox").first().getByRole("option").allTextContents();
  const at = (name: string) => names.findIndex((text) => text.includes(name));
  expect(at("韓国")).toBeLessThan(at("ギリシャ")); // by their readings, kankoku and girisha
  expect(at("フランス")).toBeLessThan(at("米国"));
});

test("a figure says why, in words that a minister can be told", async ({ page }) => {
  await open(page, "/overview?home=JPN&world=icio2022");
  await page.locator(".headlines button").first().click();
  const sheet = page.getByRole("dialog");
  for (const text of ["Definition", "Japan", "Computed from an estimated world table.", "Median error", "OECD ICIO bilateral flows"]) {
    await expect(sheet.getByText(text).first()).toBeVisible();
  }
  await sheet.getByRole("link", { name: "Read the method" }).click();
  await settled(page);
  await expect(page.locator("article").getByRole("heading", { name: "Exposure: who depends on whom" })).toBeVisible();
});

test("sources that the server says in Japanese are read out in Japanese", async ({ page }) => {
  await open(page, "/overview?home=JPN&world=icio2022&lang=ja");
  await page.locator(".headlines button").first().click();
  const source = page.getByRole("dialog").getByText("【推計】");
  await expect(source).toBeVisible();
  expect(await source.evaluate((said) => said.closest("[lang]")?.getAttribute("lang"))).toBe("ja");
});

test("a link brings another reader to the same view, in their language", async ({ page }) => {
  const address = "/dependence?home=KOR&world=wiod2011&side=market&lang=ja";
  await open(page, address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("韓国の依存構造（2011年）");
  await expect(page.getByRole("radio", { name: /需要面/ })).toBeChecked();
  await page.getByRole("button", { name: "English" }).click();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Korea, 2011/);
  await page.reload();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Korea, 2011/);
});

test("the table holds the figures of the command line, and the file is the server's", async ({ page, request }) => {
  await open(page, "/dependence?home=AUS");
  const answer = page.locator("section#partners");
  await answer.getByText(/^The table \(/).click();
  const cells = await answer.locator("tbody tr").first().getByRole("gridcell").allTextContents();
  const { rows } = (await (await request.get("/api/v1/exposure?home=AUS")).json()) as Answer;
  const first = rows[0] ?? {};
  expect(cells[0]?.trim()).toBe(first.partner_name);
  expect(cells[2]?.trim()).toBe(`${(Number(first.supply_look_through) * 100).toFixed(2)}%`);

  const file = page.waitForEvent("download");
  await answer.getByRole("link", { name: "CSV" }).click();
  const text = await (await file).createReadStream().then(async (stream) => {
    let all = "";
    for await (const chunk of stream) all += chunk;
    return all;
  });
  expect(text).toContain(String(first.supply_look_through));
});

test("a chart that leaves says what was asked, its unit, its source and the date, on 16:9 and light", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "/overview?home=JPN&world=icio2022");
  const answer = page.locator("section#partners");
  const names: string[] = [];
  for (const [name, start] of [["SVG", "<svg"], ["PNG", "\u0089PNG"]] as const) {
    const file = page.waitForEvent("download");
    await answer.getByRole("button", { name }).click();
    names.push((await file).suggestedFilename());
    const stream = await (await file).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    expect(Buffer.concat(chunks).toString("latin1").startsWith(start)).toBe(true);
    if (name !== "SVG") continue;
    for (const said of ["on whom it depends", "Look-through supply", "Source: ", "The estimate is Jiritsu’s own", new Date().toISOString().slice(0, 10), 'viewBox="0 0 1280 720"']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain("var(");
    expect(text).toMatch(/<rect width="100%" height="100%" fill="#f{3}(f{3})?"/);
  }
  expect(names).toEqual(["jiritsu-partners-JPN-icio2022-home-JPN-world-icio2022.svg", "jiritsu-partners-JPN-icio2022-home-JPN-world-icio2022.png"]);
});

test("a map is saved as SVG and PNG", async ({ page }) => {
  await open(page, "/overview");
  const map = page.locator("section").filter({ hasText: "Where the value in what Japan makes comes from" });
  for (const [name, start] of [["SVG", "<svg"], ["PNG", "\u0089PNG"]] as const) {
    const file = page.waitForEvent("download");
    await map.getByRole("button", { name }).click();
    const stream = await (await file).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString("latin1").startsWith(start)).toBe(true);
    expect(Buffer.concat(chunks).length).toBeGreaterThan(10_000);
    if (name !== "SVG") continue;
    // It may be met without this page: what it shows, what its colours mean, and where it comes from.
    for (const said of ["Where the value in what Japan makes comes from", "&lt; 0.03%", "Source: 2022: OECD (estimate)"]) {
      expect(Buffer.concat(chunks).toString()).toContain(said);
    }
  }
});

test("the map is walked from the strongest partner down", async ({ page, request }) => {
  const { rows } = (await (await request.get("/api/v1/exposure?home=JPN")).json()) as Answer;
  const [first, second] = rows.filter((row) => row.partner !== "ROW" && row.partner !== "JPN")
    .sort((a, b) => Number(b.supply_look_through) - Number(a.supply_look_through)).map((row) => String(row.partner_name));
  await open(page, "/overview?home=JPN&world=icio2022");
  await page.locator(".partner[tabindex='0']").focus();
  await expect(page.locator(".read")).toContainText(first ?? "nobody");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".read")).toContainText(second ?? "nobody");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText(second ?? "nobody").first()).toBeVisible();
});

test("the chosen theme stays", async ({ page }) => {
  await open(page, "/overview");
  await page.getByRole("button", { name: "Dark" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("paper is light, also for those who read in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "/overview");
  const name = page.locator(".chart svg text").first();
  const colour = () => name.evaluate((text) => getComputedStyle(text).fill);
  const dark = await colour();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await colour()).not.toBe(dark);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test.describe("when something is wrong", () => {
  test.use({ allowed: [/Failed to load resource/] });

  test("a world that is not there is said in the server's words", async ({ page }) => {
    await open(page, "/overview?world=nowhere");
    await expect(page.getByRole("alert").first()).toContainText("Expected");
    await expect(page.getByRole("alert").first()).toContainText("nowhere");
  });

  test("a home that the world lacks can be mended on the page", async ({ page }) => {
    await open(page, "/overview?home=VNM&world=wiod2011");
    await expect(page.getByRole("alert").first()).toContainText("Viet Nam does not stand by itself");
    await page.getByRole("link", { name: "2022: OECD (estimate)", exact: true }).click();
    await settled(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Viet Nam");
  });

  test("a home that no world has is said to be in none", async ({ page }) => {
    await open(page, "/overview?home=XXX");
    await expect(page.getByRole("alert").first()).toContainText("No world table here holds it");
  });

  test("a server that has gone is told once, and what was asked before is still there", async ({ page, context }) => {
    await open(page, "/overview?home=JPN&world=icio2022");
    await context.setOffline(true);
    await choose(page, "Home economy", "France");
    await expect(page.getByRole("alert")).toHaveCount(1);
    await expect(page.getByRole("alert")).toContainText("The server does not answer");
    await choose(page, "Home economy", "Japan");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.locator(".headlines button").first()).toBeVisible();
    // A page that was never opened cannot be had either: that is said, and not a blank.
    await page.getByRole("link", { name: "Methods and data" }).click();
    await expect(page.getByRole("alert")).toContainText("The server does not answer");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });

  test("there is no such page", async ({ page }) => {
    await open(page, "/nothing");
    await expect(page.getByRole("alert")).toContainText("There is no page /nothing");
  });
});
