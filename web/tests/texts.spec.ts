import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";

const texts = (lang: string) =>
  JSON.parse(readFileSync(new URL(`../src/i18n/${lang}.json`, import.meta.url), "utf8")) as Record<string, string>;
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test("both languages have the same texts, with the same holes", () => {
  const [en, ja] = [texts("en"), texts("ja")];
  expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries(en)) {
    expect(holes(ja[key] ?? ""), key).toEqual(holes(text));
  }
});
