import AxeBuilder from "@axe-core/playwright";
import { expect, open, settled, test } from "./workbench";

interface Answer {
  rows: Record<string, string | number>[];
  notes: string[];
}

/** A small world, where the daily model takes a second and not ten. */
const SMALL = "world=wiod2011&home=JPN";

for (const view of [`/whatif?${SMALL}`, `/whatif?${SMALL}&ask=tariffs`, `/whatif?${SMALL}&ask=loss&economy=TWN`]) {
  test(`${view}: axe has no objection, and it fits a narrow screen, light and dark, in both languages`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [lang, colorScheme] of [["en", "light"], ["ja", "dark"]] as const) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme });
      await open(page, `${view}&lang=${lang}`);
      await expect(page.locator("section.figure").first()).toBeVisible();
      await expect(page.getByRole("alert")).toHaveCount(0);
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" ")}`)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
}

test("a cut is built by hand, and its figures are the server's, in the short run and the long", async ({ page, request }) => {
  await open(page, `/whatif?${SMALL}`);
  await page.getByLabel("Who stops selling to home").selectOption({ label: "South Korea" });
  await page.getByText("Which goods").locator("..").locator("summary").click();
  await page.getByRole("checkbox", { name: /c12/ }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "How long" }).fill("30");
  await expect(page.getByText("Changed, not yet worked out")).toBeVisible();
  await page.getByRole("button", { name: "Work it out" }).click();
  await settled(page);
  await expect(page).toHaveURL(/seller=KOR/);

  const parameters = "home=JPN&world=wiod2011&cut=KOR:c12,c14&share=1&from=0&days=30";
  const short = (await (await request.get(`/api/v1/disrupt?${parameters}`)).json()) as Answer;
  const home = short.rows.find((row) => row.economy === "JPN") ?? {};
  const musd = Number(home.va_lost_musd);
  await expect(page.getByText(/Japan loses/).first()).toContainText(
    musd >= 1000 ? `$${(musd / 1000).toFixed(1)} billion` : `$${musd.toFixed(1)} million`);
  await expect(page.locator(".account li").first()).toHaveText(short.notes[0] ?? "");
  const long = (await (await request.get(
    "/api/v1/tariffs?importer=JPN&exporter=KOR&sector=c12,c14&ban=true&world=wiod2011")).json()) as Answer;
  const income = Number(long.rows.find((row) => row.economy === "JPN")?.real_income_pct);
  const digits = Math.abs(income) >= 1 ? 1 : Math.abs(income) >= 0.095 ? 2 : 3;
  await expect(page.getByText(/Japan’s real income changes by/).first()).toContainText(`${income.toFixed(digits)}%`);

  await page.locator(".headlines button").first().click();
  await expect(page.getByRole("dialog").getByText("Value added not made, against days without the shock.")).toBeVisible();
});

test("a link restores the question, in another language", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&ask=tariffs&scenario=own&importer=USA&exporter=JPN&on=c15&rate=25&lang=ja`);
  await expect(page.getByLabel("変更後の税率")).toHaveValue("25");
  await expect(page.getByLabel("対象国（輸出側）")).toHaveValue("JPN");
  await page.getByRole("combobox", { name: "措置" }).last().selectOption("ban");
  await page.getByRole("button", { name: "計算する", exact: true }).click();
  await settled(page);
  await expect(page.getByRole("heading", { name: "短期" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "長期" })).toBeVisible();
  await page.goBack();
  await settled(page);
  await expect(page.getByRole("heading", { name: "短期" })).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "措置" }).last()).toHaveValue("tariff");
});

test("the account ends before what is said of the world table", async ({ page, request }) => {
  await page.route(/rule=partial|level=/, () => {}); // runs of seconds that are not looked at here
  await page.goto("/whatif?home=JPN&world=icio2022");
  await expect(page.locator(".account li").first()).toBeVisible({ timeout: 60_000 });
  const { notes } = (await (await request.get("/api/v1/worlds/icio2022")).json()) as Answer;
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) await expect(page.locator(".account")).not.toContainText(note);
  await expect(page.locator(".account li").last()).toContainText("Assumed: ");
});

test("on paper the question stands above the answer", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&seller=KOR&goods=c12`);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".asked")).toBeVisible();
  await expect(page.locator(".asked")).toContainText(/South Korea stops selling to Japan for 60 days: .*2011: WIOD/);
  await expect(page.getByRole("button", { name: "Work it out" })).toBeHidden();
});

test("the account of the days is in the reader's language", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&lang=ja`);
  await expect(page.locator(".account li").first()).toContainText("中国");
  for (const line of await page.locator(".account li").allTextContents()) {
    expect(line).toMatch(/[\u3040-\u30ff]/);
    expect(line).not.toMatch(/rule partial|seek-days/);
  }
  await expect(page.getByRole("link", { name: "分析ファイルとして開く" })).toHaveAttribute("href", /language%3A\+ja/);
});

test("a question becomes a study that the server runs", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, `/whatif?${SMALL}`);
  await page.getByRole("link", { name: "Open as a study" }).click();
  await expect(page.getByRole("textbox")).toHaveValue(
    /(disrupt:\n +title: .+\n +cut: CHN:c14\n[^]*){2}rule: partial\n[^]*tariffs:\n +changes:/);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("link", { name: "Open the report" })).toBeVisible({ timeout: 100_000 });
});

test("the study of a worst case and a milder one holds both, with the losses shown", async ({ page, request }) => {
  test.setTimeout(120_000);
  const headers = { "Content-Type": "application/yaml" };
  await open(page, `/whatif?${SMALL}`);
  const study = await page.getByRole("link", { name: "Open as a study" }).getAttribute("href");
  const data = new URL(study ?? "", page.url()).searchParams.get("text") ?? "";
  const run = (await request.post("/api/v1/runs", { data, headers })).headers().location ?? "";
  const state = async () => ((await (await request.get(run)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: 100_000 }).toBe("done");
  const asked = "/api/v1/disrupt?home=JPN&world=wiod2011&cut=CHN:c14&days=60&format=csv&lang=en";
  for (const [file, rule] of [["01-disrupt", ""], ["02-disrupt", "&rule=partial"]]) {
    const table = await (await request.get(`${run}/files/tables/${file}.csv`)).text();
    expect(table).toBe(await (await request.get(asked + rule)).text());
  }
  await page.goto(`/whatif?${SMALL}&rule=partial`);
  const one = await page.getByRole("link", { name: "Open as a study" }).getAttribute("href");
  expect(decodeURIComponent(one ?? "").split("disrupt:")).toHaveLength(2);
});

test("the file beside the days holds every curve of the chart", async ({ page, request }) => {
  const days = page.locator("section.figure").filter({ hasText: "Day by day in Japan" });
  const file = () => days.getByRole("link", { name: "CSV" });
  const asked = "/api/v1/disrupt?home=JPN&world=wiod2011&cut=CHN:c14&days=60&by=day";
  await open(page, `/whatif?${SMALL}`);
  await expect(file()).toHaveAttribute("href", /partial/);
  const held = decodeURIComponent((await file().getAttribute("href")) ?? "");
  const csv = held.slice(held.indexOf(",") + 1);
  const [head, ...lines] = csv.trimEnd().split("\n").map((line) => line.split(","));
  const at = head?.indexOf("production_of_usual") ?? -1;
  for (const [rule, more] of [["strict", ""], ["partial", "&rule=partial"]]) {
    const { rows } = (await (await request.get(asked + more)).json()) as Answer;
    const made = lines.filter((line) => line[0] === rule).map((line) => Number(line[at]));
    expect(made).toEqual(rows.map((row) => row.production_of_usual));
  }
  expect(head?.[0]).toBe("rule");
  await expect(days.getByRole("link", { name: "Excel" })).toHaveCount(0); // the server's would hold one rule alone
  await days.getByRole("button", { name: "Table" }).click();
  await days.getByRole("columnheader", { name: "When an input runs short" }).getByRole("button").click();
  await days.getByRole("gridcell", { name: "partial" }).first().click();
  await expect(page.getByRole("dialog").getByRole("link").last()).toHaveAttribute("href", /rule=partial/);

  await open(page, `/whatif?${SMALL}&rule=ario`);
  await expect(file()).toHaveAttribute("href", /rule=ario.*format=csv/);
  await expect(days.getByRole("link", { name: "Excel" })).toHaveAttribute("href", /rule=ario.*format=xlsx/);
});

test("every kind of question is a study that the server accepts", async ({ page, request }) => {
  await page.route(/\/api\/v1\/(disrupt|tariffs)\?/, () => {}); // what is asked matters here, not the answer
  for (const question of ["ask=tariffs", "ask=tariffs&scenario=own&rate=12.5&retaliate=mirror", "ask=loss&economy=KOR&goods=all&share=40",
    "ask=tariffs&scenario=own&measure=ban&importer=JPN&exporter=CHN&on=c14&elasticities=CP", "goods=c12,c14&inputs=only&days=end&rule=ario"]) {
    await page.goto(`/whatif?${SMALL}&${question}`);
    const study = await page.getByRole("link", { name: "Open as a study" }).getAttribute("href");
    const data = new URL(study ?? "", page.url()).searchParams.get("text") ?? "";
    const run = await request.post("/api/v1/runs", { data, headers: { "Content-Type": "application/yaml" } });
    expect(await run.text()).toContain('"state":"queued"');
    await request.delete(run.headers().location ?? "");
  }
});

test("nobody stops selling to themselves, or puts a tariff on themselves", async ({ page }) => {
  await page.route(/\/api\/v1\/(disrupt|tariffs)\?/, () => {});
  await page.goto(`/whatif?${SMALL}`);
  const sellers = page.getByLabel("Who stops selling to home").locator("option");
  await expect(sellers.filter({ hasText: "China" })).toHaveCount(1);
  await expect(sellers.filter({ hasText: "Japan" })).toHaveCount(0);
  await page.goto(`/whatif?${SMALL}&ask=tariffs&scenario=own&importer=USA&exporter=DEU`);
  await page.getByLabel("Who sets it").selectOption("DEU");
  await expect(page.getByLabel("Against whom")).toHaveValue("*");
  await expect(page.getByLabel("Against whom").locator("option[value=DEU]")).toHaveCount(0);
});

test("a worst case stands beside a milder one, and what falls furthest says when and why", async ({ page, request }) => {
  await open(page, `/whatif?${SMALL}`);
  const parameters = "home=JPN&world=wiod2011&cut=CHN:c14&days=60";
  const ours = async (more: string) => ((await (await request.get(`/api/v1/disrupt?${parameters}${more}`)).json()) as Answer).rows;
  const loss = (row?: Record<string, string | number>) => `$${(Number(row?.va_lost_musd) / 1000).toFixed(1)} billion`;
  const home = (rows: Answer["rows"]) => rows.find((row) => row.economy === "JPN");
  await expect(page.getByText(`Japan loses ${loss(home(await ours("")))}`)).toBeVisible();
  await expect(page.getByText("A worst case: an industry stops")).toBeVisible();
  await expect(page.getByText("If industries do without what they can")).toContainText(loss(home(await ours("&rule=partial"))));
  const largest = (await ours("&by=industry"))[0];
  const falls = (await ours("&endure=true&level=0.99")).find((row) => row.sector === largest?.sector);
  await expect(page.getByText("The largest loss is in")).toContainText(loss(largest));
  await expect(page.locator(".headlines").first()).toContainText("The other headlines of the short run are of the worst case.");
  await expect(page.locator("section.figure").filter({ hasText: "How long each industry" })).toContainText("less than 90.0% of what");
  // Nobody gains, or the map says in which colour.
  const gains = (await ours("")).some((row) => Number(row.va_lost_pct_gdp) < 0);
  await expect(page.locator("section.figure").filter({ hasText: "Who loses" }).first().getByText("Gain", { exact: true })).toHaveCount(gains ? 1 : 0);
  await expect(page.getByText("It begins to fall after")).toContainText(`after ${falls?.days_lasted} days, for want of`);
  await page.goto(`/whatif?${SMALL}&rule=ario`);
  await settled(page);
  await expect(page.getByText("If industries do without")).toHaveCount(0);
});

test("a small loss is not said to be none", async ({ page, request }) => {
  await open(page, "/whatif?home=BRA&world=cp1993");
  const { rows } = (await (await request.get("/api/v1/disrupt?home=BRA&world=cp1993&cut=CHN&days=60")).json()) as Answer;
  const lowest = Number(rows.find((row) => row.economy === "BRA")?.lowest_production) * 100;
  expect(lowest).toBeGreaterThan(99.5);
  await expect(page.getByText("On its worst day")).toContainText(`makes ${lowest.toFixed(1)}% of what it usually makes`);
  await expect(page.getByLabel("World table").locator("option").first()).toHaveText("2022: OECD (estimate)");
  await expect(page.getByLabel("World table").locator("option").last()).toHaveText("1993: Caliendo and Parro");
});

test("another world has other sectors: what no longer fits is said, and the usual question is shown", async ({ page }) => {
  await open(page, "/whatif?home=JPN&world=wiod2011&goods=c15");
  await expect(page.locator(".misread")).toHaveCount(0);
  await page.getByLabel("World table").selectOption({ label: "2022: OECD (estimate)" });
  await expect(page.locator(".misread")).toContainText("“goods=c15” in the address is not known");
  await expect(page.locator(".misread")).toContainText("Computers, electronic and optical products (C26)");
  await page.getByRole("button", { name: "Correct the address" }).click();
  await expect(page).not.toHaveURL(/goods=/);
  await expect(page.locator(".misread")).toHaveCount(0);
});

test("a question that is left is not waited for", async ({ page }) => {
  const given: string[] = [];
  page.on("requestfailed", (request) => given.push(request.url()));
  await page.route("**/api/v1/tariffs?**", () => {});
  await page.goto(`/whatif?${SMALL}&ask=tariffs`);
  await expect(page.getByRole("button", { name: "Stop waiting" })).toBeVisible();
  await page.getByRole("link", { name: "Methods and data" }).click();
  await expect.poll(() => given.some((url) => url.includes("/tariffs?"))).toBe(true);
});

test("the bands of a long-run answer are worked out by a run that is followed", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&ask=tariffs`);
  await page.getByRole("button", { name: "Work out the bands" }).click();
  test.setTimeout(150_000);
  const bands = page.locator("section").filter({ has: page.getByRole("heading", { name: "How sure is this?" }) });
  await expect(bands.getByRole("grid")).toBeVisible({ timeout: 120_000 });
  await page.reload();
  await expect(bands.getByRole("grid")).toBeVisible();
});

test.describe("when something is wrong", () => {
  test.use({ allowed: [/Failed to load resource/] });

  test("what cannot be understood is said, with the field's name as it stands on the page", async ({ page }) => {
    test.setTimeout(150_000);
    await open(page, `/whatif?${SMALL}`);
    for (const share of ["half", "150", "0"]) {
      await page.getByLabel("Share cut").fill(share);
      await page.getByRole("button", { name: "Work it out" }).click();
      await expect(page.getByRole("alert").first()).toContainText(`up to 100, in per cent Found: ${share}`);
    }
    await page.getByRole("textbox", { name: "How long" }).fill("long");
    await page.getByLabel("Share cut").fill("100");
    await page.getByRole("button", { name: "Work it out" }).click();
    // It waits its turn behind what other tests ask.
    await expect(page.getByRole("alert").first()).toContainText("“How long” should be a whole number", { timeout: 60_000 });
    await expect(page.getByRole("alert").first()).toContainText("Found: 'long'");
    await page.getByRole("textbox", { name: "How long" }).fill("60");
    await page.getByLabel("Share cut").fill("50");
    await page.getByRole("button", { name: "Work it out" }).click();
    await settled(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByText("for a cut of 100% only")).toBeVisible();
  });

  test("who does not want to wait can stop, and ask again", async ({ page }) => {
    await page.route("**/api/v1/tariffs?**", async (route) => {
      await new Promise((done) => setTimeout(done, 4000));
      await route.continue().catch(() => {});
    });
    await page.goto(`/whatif?${SMALL}&ask=tariffs`);
    await page.getByRole("button", { name: "Stop waiting" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Stopped");
    await page.unroute("**/api/v1/tariffs?**");
    await page.getByRole("button", { name: "Work it out" }).click();
    await expect(page.getByText(/Japan’s real income changes by/)).toBeVisible();
  });
});
