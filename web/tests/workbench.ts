import AxeBuilder from "@axe-core/playwright";
import { test as plain, expect, type Page } from "@playwright/test";

/**
 * Every test of a page fails when a request leaves the page's origin, when the page logs an error, or when its script
 * throws. A test that means to provoke an error says which with `allowed`.
 */
export const test = plain.extend<{ allowed: RegExp[] }>({
  allowed: [[], { option: true }],
  baseURL: async ({}, use) => use(process.env.JIRITSU_URL ?? ""),
  page: async ({ page, baseURL, allowed }, use) => {
    const wrong: string[] = [];
    const origin = new URL(baseURL ?? "").origin;
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) wrong.push(`left the origin: ${url}`);
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    await use(page);
    expect(wrong.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
  },
});

export { expect };

/** What axe objects to. A chart is one picture with a name: what it is drawn with is not looked at. */
export async function objections(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).exclude(".chart svg").analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" ")}`);
}

/** Opens a view and waits until nothing on it is still being computed. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** What is on the page is there: nothing is being computed, and every picture is drawn. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("main h1, main [role=alert]").first()).toBeVisible();
  await expect(page.locator(".waiting, .loaded[aria-busy=true], .chart:not(:has(svg))")).toHaveCount(0, { timeout: 60_000 });
}

/** Chooses from a long list by typing. */
export async function choose(page: Page, label: string, typed: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true });
  await field.fill(typed);
  await expect(page.getByRole("listbox", { name: label, exact: true }).getByRole("option").first()).toBeVisible();
  await field.press("Enter");
}
