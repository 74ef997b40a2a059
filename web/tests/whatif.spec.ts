import { choose, expect, objections, open, settled, test } from "./workbench";

interface Answer {
  rows: Record<string, string | number>[];
  notes: string[];
  findings: { role: string; said: string }[];
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
      await expect(page.locator("section.answer").first()).toBeVisible();
      await expect(page.getByRole("alert")).toHaveCount(0);
      expect(await objections(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
}

test("a cut is built by hand, and its figures are the server's, in the short run and the long", async ({ page, request }) => {
  await open(page, `/whatif?${SMALL}`);
  await choose(page, "Who stops selling to home", "south korea");
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
  const says = async (id: string, answer: Answer) => {
    for (const { said } of answer.findings.filter((one) => one.role === "headline" || one.role === "story")) await expect(page.locator(`section#${id}`)).toContainText(said);
  };
  await says("days", short);
  const long = (await (await request.get(
    "/api/v1/tariffs?importer=JPN&exporter=KOR&sector=c12,c14&ban=true&world=wiod2011&home=JPN")).json()) as Answer;
  await says("income", long);

  await page.locator("section#days .headlines button").first().click();
  await expect(page.getByRole("dialog").getByText("Value added not made, against days without the shock.")).toBeVisible();
});

test("a link restores the question, in another language", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&ask=tariffs&scenario=own&importer=USA&exporter=JPN&on=c15&rate=25&lang=ja`);
  await expect(page.getByLabel("変更後の税率")).toHaveValue("25");
  await expect(page.getByRole("combobox", { name: "対象国（輸出側）" })).toHaveValue("日本");
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

test("on paper the question stands above the answer", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&seller=KOR&goods=c12`);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".asked")).toBeVisible();
  await expect(page.locator(".asked")).toContainText(/South Korea stops selling to Japan for 60 days: .*2011: WIOD/);
  await expect(page.getByRole("button", { name: "Work it out" })).toBeHidden();
});

test("what happened is in the reader's language", async ({ page }) => {
  await open(page, `/whatif?${SMALL}&lang=ja`);
  await expect(page.locator("section#days .story li").first()).toContainText("中国");
  for (const line of await page.locator("section#days :is(.story li, .headline)").allTextContents()) expect(line).toMatch(/[\u3040-\u30ff]/);
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
  const options = async (label: string, typed: string) => {
    await page.getByRole("combobox", { name: label }).fill(typed);
    return page.getByRole("listbox", { name: label }).getByRole("option");
  };
  await expect(await options("Who stops selling to home", "China")).toHaveCount(1);
  await expect(await options("Who stops selling to home", "Japan")).toHaveCount(0);
  await page.goto(`/whatif?${SMALL}&ask=tariffs&scenario=own&importer=USA&exporter=DEU`);
  await choose(page, "Who sets it (importer)", "Germany");
  await expect(page.getByRole("combobox", { name: "Against whom (exporter)" })).toHaveValue("All economies");
  await expect(await options("Against whom (exporter)", "Germany")).toHaveCount(0);
});

test("a worst case stands beside a milder one, each as the server says it, over one another in a picture", async ({ page, request }) => {
  await open(page, `/whatif?${SMALL}`);
  const parameters = "home=JPN&world=wiod2011&cut=CHN:c14&days=60";
  const ours = async (more: string) => (await (await request.get(`/api/v1/disrupt?${parameters}${more}`)).json()) as Answer;
  const mild = page.locator("section").filter({ has: page.getByRole("heading", { name: "The milder case" }) }).last();
  for (const [where, more] of [[page.locator("section#days"), ""], [mild, "&rule=partial"]] as const) {
    const headline = (await ours(more)).findings.find((one) => one.role === "headline");
    await expect(where).toContainText(headline?.said ?? "nothing");
  }
  const drawn = await mild.locator(".chart text").allTextContents();
  for (const rule of ["strict", "partial"]) expect(drawn.join(" ")).toContain(rule);
  for (const id of ["industries", "endure", "by-day"]) await expect(page.locator(`section#${id}`)).toBeVisible();
  // Nobody gains, or the map says in which colour.
  const gains = (await ours("")).rows.some((row) => Number(row.va_lost_pct_gdp) < 0);
  await expect(page.locator("section.figure").filter({ hasText: "Who loses" }).first().getByText("Gain", { exact: true })).toHaveCount(gains ? 1 : 0);
  await open(page, `/whatif?${SMALL}&rule=ario`);
  await expect(page.getByRole("heading", { name: "The milder case" })).toHaveCount(0);
});

test("the worlds are offered with the newest first", async ({ page }) => {
  await open(page, "/whatif?home=BRA&world=cp1993");
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
  await expect(page.locator("section#bands")).toBeVisible({ timeout: 120_000 });
  await page.reload();
  await expect(page.locator("section#bands")).toBeVisible({ timeout: 60_000 });
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
    await expect(page.getByRole("alert").first()).toContainText("“How long”: this should be a whole number", { timeout: 60_000 });
    await expect(page.getByRole("alert").first()).toContainText("Found: 'long'");
    await page.getByRole("textbox", { name: "How long" }).fill("60");
    await page.getByLabel("Share cut").fill("50");
    await page.getByRole("button", { name: "Work it out" }).click();
    await settled(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByText("for a cut of 100% only")).toBeVisible();
  });

  test("who does not want to wait can stop, and ask again", async ({ page }) => {
    await page.route("**/api/v1/tariffs?**", () => {}); // an answer that never comes
    await page.goto(`/whatif?${SMALL}&ask=tariffs`);
    await page.getByRole("button", { name: "Stop waiting" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Stopped");
    await page.unroute("**/api/v1/tariffs?**");
    await page.getByRole("button", { name: "Work it out" }).click();
    await expect(page.locator("section#income")).toBeVisible({ timeout: 60_000 });
  });
});
