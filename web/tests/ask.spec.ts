import { choose, expect, objections, open, settled, test } from "./workbench";

interface Question {
  name: string;
  label: string;
  parameters: { name: string; label: string; required: boolean }[];
}

test("every question of the server has a form with every parameter, and nothing of it stands in the page", async ({ page, request }) => {
  const all = (await (await request.get("/api/v1/questions?lang=en")).json()) as Question[];
  await open(page, "/ask?world=wiod2011");
  await expect(page.locator(".cards .card")).toHaveCount(all.length);
  for (const question of all) {
    await open(page, `/ask?q=${question.name}&world=wiod2011&home=JPN`);
    for (const more of await page.locator("form summary").all()) await more.click();
    const form = page.locator("form");
    for (const { label } of question.parameters) {
      await expect(form.getByLabel(label, { exact: true }).or(form.getByRole("group", { name: label, exact: true })).first(), `${question.name}: ${label}`).toBeVisible();
    }
  }
});

test("a question that no page knows is asked by the form that it describes", async ({ page }) => {
  const parameter = (name: string, kind: string, shape: string, more = {}) => ({ name, label: name.toUpperCase(), help: `what ${name} means`, kind, shape,
    required: shape === "positional", among: [], usual: "", placeholder: "", cost: "quick", ...more });
  await page.route("**/api/v1/questions**", (route) => route.fulfill({ json: [{ name: "sample", label: "A sample", about: "Made for a test.", methods: "",
    cost: "quick", examples: [["JPN", "--much"]], forms: [], parameters: [parameter("who", "economy", "positional"), parameter("what", "sector", "list"),
      parameter("how", "choice", "one", { among: ["this", "that"] }), parameter("much", "flag", "flag"), parameter("when", "date", "one")] }] }));
  let asked = "";
  await page.route("**/api/v1/sample?**", (route) => {
    asked = new URL(route.request().url()).search;
    return route.fulfill({ json: { title: "The sample's answer", world: "wiod2011", home: "JPN", unit: "", method: "", sources: ["Made up"],
      findings: [{ role: "headline", said: "It is 42.", figures: [{ row: 0, field: "of" }] }], charts: [{ kind: "bars", unit: "%", labels: ["a", "b"],
        series: [{ name: "s", values: [1, -2] }] }], shown: { fields: ["of"], rows: 1 }, rows: [{ of: 42 }] } });
  });
  await open(page, "/ask?q=sample&home=JPN&world=wiod2011&lang=en");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("WHO");
  await choose(page, "WHO", "Tai");
  await choose(page, "WHAT", "c14");
  await page.getByLabel("HOW").selectOption("that");
  await page.getByLabel("MUCH").check();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The sample's answer" })).toBeVisible();
  expect(asked).toBe("?who=TWN&what=c14&how=that&much=true");
  await expect(page.locator(".headline")).toContainText("It is 42.");
  await settled(page);
  await page.getByText("The same question elsewhere").click();
  await expect(page.locator("pre")).toHaveText("./jiritsu sample TWN --what c14 --how that --much");
  expect(await objections(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "The sample's answer" })).toBeVisible();
});

test("the answer is the server's: sentences, pictures, table and files; each figure says why, and the study asks the same", async ({ page, request }) => {
  await open(page, "/ask?q=exposure&home=JPN&world=wiod2011&by=sector&top=20&go=1&lang=en");
  const answer = (await (await request.get("/api/v1/exposure?home=JPN&world=wiod2011&by=sector&top=20")).json()) as
    { title: string; findings: { said: string }[]; rows: unknown[] };
  await expect(page.getByRole("heading", { name: answer.title })).toBeVisible();
  for (const { said } of answer.findings) await expect(page.getByText(said)).toBeVisible();
  await expect(page.locator(".chart svg")).toHaveCount(1);
  await page.locator(".headline button").first().click();
  await expect(page.getByRole("dialog")).toContainText("Look-through supply");
  await page.keyboard.press("Escape");
  await expect(page.getByText(`The table (${answer.rows.length} rows)`)).toBeVisible();
  await page.getByText("The same question elsewhere").click();
  await expect(page.locator("pre")).toHaveText("./jiritsu exposure JPN --by sector --world wiod2011 --top 20");
  const href = await page.getByRole("link", { name: "Open as a study" }).getAttribute("href");
  const data = new URL(href ?? "", page.url()).searchParams.get("text") ?? "";
  const run = await request.post("/api/v1/runs", { data, headers: { "Content-Type": "application/yaml" } });
  expect(run.status(), data).toBe(202);
});

test("a long question has a button, and is followed until its answer is there", async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, "/ask?q=tariffs&home=JPN&world=wiod2011&scenario=us-cars-2025&draws=5&one-sector=true&go=1&lang=en");
  await expect(page.getByText("This takes long")).toBeVisible();
  await page.getByRole("button", { name: "Run it" }).click();
  await expect(page).toHaveURL(/run=/);
  await expect(page.locator("section#answer")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("POST")).toHaveCount(0);
});
