import type { Params } from "./api";
import { chosen, type Choices } from "./choices";
import { route } from "./router.svelte";
import type { Names } from "./world.svelte";

/** The question that the page "What if" builds: from the address, to the commands that answer it, and to a study's YAML. */

export type Ask = "cut" | "tariffs" | "loss";

/** As it stands in the address. A default is left out there; the server judges what is typed. */
export interface Draft {
  ask: Ask;
  /** Who stops selling to home, which sectors' goods (all if empty), or the sectors that lose capacity. */
  seller: string;
  goods: string;
  /** Of what is cut or lost, in per cent. */
  share: string;
  from: string;
  days: string;
  inputs: string;
  /** Who loses capacity. */
  economy: string;
  /** A bundled change of trade policy; if empty, the importer's own. */
  scenario: string;
  importer: string;
  exporter: string;
  on: string;
  measure: "tariff" | "ban";
  rate: string;
  retaliate: string;
  /** Assumptions of the short run and of the long run. */
  rule: (typeof RULES)[number];
  stock: string;
  horizon: string;
  elasticities: string;
}

export const OWN = "own";
export const EVERY = "*";
export const RULES = ["strict", "partial", "ario"] as const;
export const GROUPS = ["goods", "cars", "metals"];
export const SETS = ["GYY", "CP", "BSY", "FGO", "IS", "LL", "Shap", "U4"];

const SHORT: (keyof Draft)[] = ["rule", "stock", "horizon"];
const LONG: (keyof Draft)[] = ["elasticities"];
const USED: Record<Ask, (keyof Draft)[]> = {
  cut: ["seller", "goods", "share", "from", "days", "inputs", ...SHORT, ...LONG],
  tariffs: ["scenario", "importer", "exporter", "on", "measure", "rate", "retaliate", ...SHORT, ...LONG],
  loss: ["economy", "goods", "share", "from", "days", ...SHORT],
};

/** A question to begin with: one that most analysts have asked. */
export function defaults(home: string, names: Names): Draft {
  const electronics = ["C26", "c14"].find((code) => names.sectors().some((s) => s.code === code)) ?? "";
  const seller = home === "CHN" ? "USA" : "CHN";
  const has = (code: string) => names.economies().some((e) => e.code === code);
  return {
    ask: "cut", seller, goods: electronics, share: "100", from: "0", days: "60", inputs: "",
    economy: has("TWN") ? "TWN" : seller,
    scenario: names.info.id === "cp1993" ? "nafta" : "us-2025-august", importer: "USA", exporter: EVERY, on: "goods",
    measure: "tariff", rate: "15", retaliate: "", rule: "strict", stock: "", horizon: "365", elasticities: "",
  };
}

/** How an empty choice that is not the default is said in the address: all goods, and to the end. */
const EMPTY: Record<string, string> = { goods: "all", days: "end" };

/** What the address may say. Who sells is not who buys, and codes are those of the world; numbers are the server's to judge. */
export function whatIfChoices(names: Names, home: string, scenarios: Scenario[]): Choices {
  const usual = defaults(home, names);
  const [economies, sectors] = [names.codes(), names.sectors().map((s) => s.code)];
  const importer = economies.includes(route.get("importer")) ? route.get("importer") : usual.importer;
  const takes: Partial<Record<keyof Draft, readonly string[]>> = {
    ask: ["cut", "tariffs", "loss"], seller: economies.filter((code) => code !== home), goods: [...sectors, "all"], inputs: ["only"],
    economy: economies, scenario: [OWN, ...scenarios.filter((s) => fits(s, names.info.id)).map((s) => s.id)], importer: economies,
    exporter: [EVERY, ...economies.filter((code) => code !== importer)], on: [...GROUPS, EVERY, ...sectors],
    measure: ["tariff", "ban"], retaliate: ["mirror"], rule: RULES, elasticities: SETS,
  };
  const choices = Object.entries(usual).map(([name, value]) => {
    const known = takes[name as keyof Draft];
    return [name, { usual: value, several: name === "goods", ...(known && { takes: known }) }] as const;
  });
  return { ...Object.fromEntries(choices), bands: {} };
}

export function read(choices: Choices, otherwise: Draft): Draft {
  const said = Object.keys(otherwise).map((name) => [name, chosen(choices, name)] as const);
  return Object.fromEntries(said.map(([name, value]) => [name, value === EMPTY[name] ? "" : value])) as unknown as Draft;
}

/** What to put into the address: only what the question uses and what is not the default, and of a scenario only its name. */
export function patch(draft: Draft, otherwise: Draft): Record<string, string | undefined> {
  const used = new Set<string>(["ask", ...USED[draft.ask]]);
  if (draft.ask === "tariffs" && draft.scenario !== OWN) {
    ["importer", "exporter", "on", "measure", "rate"].forEach((name) => used.delete(name));
  }
  // The bands belong to the question they were asked of.
  return Object.fromEntries([...Object.entries(draft), ["bands", ""] as const].map(([name, value]) =>
    [name, used.has(name) && value !== otherwise[name as keyof Draft] ? value || EMPTY[name] : undefined]));
}

/** The questions for the server; a run that does not apply is left out, with the reason as a key of the texts. */
export interface Questions {
  short?: Params & { home: string };
  long?: Params;
  missing?: "whatif.missing.share" | "whatif.missing.inputs" | "whatif.missing.group" | "whatif.missing.all";
}

export function questions(draft: Draft, home: string, world: string): Questions {
  const { goods } = draft;
  const shock = { share: Number(draft.share) === 100 ? "" : fraction(draft.share), from: draft.from === "0" ? "" : draft.from,
    days: draft.days };
  if (draft.ask === "loss") return { short: { home, world, lose: selection(draft.economy, goods), ...shock, ...shortRun(draft) } };
  if (draft.ask === "cut") {
    const short = { home, world, cut: selection(draft.seller, goods), ...shock, "inputs-only": draft.inputs === "only",
      ...shortRun(draft) };
    if (draft.inputs === "only") return { short, missing: "whatif.missing.inputs" };
    if (Number(draft.share) !== 100) return { short, missing: "whatif.missing.share" };
    return { short, long: { importer: home, exporter: draft.seller, sector: goods || EVERY, ban: true, world, ...longRun(draft) } };
  }
  if (draft.scenario !== OWN) return { long: { scenario: draft.scenario, world, ...longRun(draft) } };
  const { importer, exporter, on } = draft;
  const long = { importer, exporter, sector: on, world, ...longRun(draft) };
  if (draft.measure === "tariff") return { long: { ...long, tariff: draft.rate + "%" } };
  const ban = { ...long, ban: true };
  if (exporter === EVERY) return { long: ban, missing: "whatif.missing.all" };
  if (GROUPS.includes(on)) return { long: ban, missing: "whatif.missing.group" };
  return { long: ban, short: { home: importer, world, cut: selection(exporter, on === EVERY ? "" : on), ...shortRun(draft) } };
}

/** The usual rule is a worst case: beside it stands the one in which industries do without what they can. */
export function milder<P extends Params>(short: P): P | undefined {
  return short.rule ? undefined : { ...short, rule: "partial" };
}

/** Whether a share in per cent can be meant; it is judged here, since the server knows it as a number up to one. */
export function isPercent(text: string): boolean {
  const number = Number(text);
  return text.trim() !== "" && number > 0 && number <= 100;
}

function selection(economy: string, goods: string): string {
  return goods ? `${economy}:${goods}` : economy;
}

/** Per cent to the share that the command takes: 7 becomes 0.07, and not 0.07000000000000001. */
function fraction(percent: string): string {
  return isPercent(percent) ? String(Number((Number(percent) / 100).toPrecision(12))) : percent;
}

function shortRun(draft: Draft): Params {
  return { rule: draft.rule === "strict" ? "" : draft.rule, inventory: draft.stock,
    horizon: draft.horizon === "365" ? "" : draft.horizon };
}

function longRun(draft: Draft): Params {
  return { elasticities: draft.elasticities, retaliate: draft.ask === "tariffs" ? draft.retaliate : "" };
}

export interface Scenario {
  id: string;
  title: string;
  /** Patterns such as `wiod* icio*`. */
  worlds: string;
}

/** Whether a bundled change of trade policy was written for a world. */
export function fits(scenario: Scenario, world: string): boolean {
  return scenario.worlds.split(" ").some((pattern) =>
    pattern.endsWith("*") ? world.startsWith(pattern.slice(0, -1)) : pattern === world);
}
