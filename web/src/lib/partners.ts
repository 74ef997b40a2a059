import type { Params } from "./api";
import { chosen, type Choices } from "./choices";
import { defaults } from "./whatif";
import type { Names } from "./world.svelte";

/** What the page "Partners" asks, from the address. */

/** Kinds of ties as the server takes them; `security` is what it takes where none are named. */
export const LAYERS = ["security", "pacts", "economy", "defence", "consultation", "access", "logistics", "information", "equipment",
  "exports", "aid", "supply-chain", "trade"] as const;
export type Layers = (typeof LAYERS)[number];

const SEVERAL: Partial<Record<Layers, string>> = { security: "", pacts: "defence,consultation,access", economy: "trade,supply-chain" };

/** The film begins when the treaties of San Francisco were made, and ends where the bundled ties do. */
export const FIRST_YEAR = 1951;
export const LAST_YEAR = 2025;

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, k) => String(LAST_YEAR - k));

/** Those whose standing by is asked, unless others are named. */
const USUAL = ["USA", "KOR", "TWN", "JPN", "AUS", "DEU"];

export function partnersChoices(names: Names, home: string): Choices {
  const others = names.codes().filter((code) => code !== home);
  const usual = defaults(home, names);
  return {
    layers: { takes: LAYERS }, year: { takes: YEARS }, hub: { takes: ["there", "away"] }, who: { takes: others, usual: "" },
    standing: { takes: others, several: true, usual: USUAL.filter((code) => code !== home && code !== usual.seller && names.has(code)).slice(0, 3).join(",") },
    seller: { takes: others, usual: usual.seller }, goods: { takes: names.sectors().map((s) => s.code), several: true, usual: usual.goods },
    worth: {}, agreement: {},
  };
}

/** The network of a home on the last day of a year. */
export function networkParams(choices: Choices, home: string): Params {
  const layers = chosen(choices, "layers") as Layers;
  return { home, layers: SEVERAL[layers] ?? layers, "as-of": `${chosen(choices, "year")}-12-31` };
}

/** What partners are worth if somebody stops selling for sixty days. */
export function worthParams(choices: Choices, home: string, world: string): Params {
  const goods = chosen(choices, "goods").replaceAll(",", "+");
  return { home, world, partners: chosen(choices, "standing"), cut: chosen(choices, "seller") + (goods ? `:${goods}` : "") };
}
