import type { Params } from "./api";
import { lang, small, t, tOr } from "./i18n.svelte";
import { EVERY, milder, OWN, questions, type Draft } from "./whatif";
import type { Names } from "./world.svelte";

/** The question as the YAML that `jiritsu run` takes; its report is in the language of the page. */
export function studyText(draft: Draft, home: string, world: string, names: Names): string {
  const { short, long } = questions(draft, home, world);
  const steps: string[] = [];
  const mild = short && milder(short);
  if (short) steps.push("  - disrupt:", ...(mild ? titled("study.strict") : []), ...words(short));
  if (mild) steps.push("  - disrupt:", ...titled("study.partial"), ...words(mild));
  if (long) steps.push("  - tariffs:", ...tariffs(long));
  const title = JSON.stringify(questionTitle(draft, home, names));
  return [`title: ${title}`, ...(lang() === "en" ? [] : [`language: ${lang()}`]), `home: ${short?.home ?? home}`,
    `worlds: [${world}]`, "steps:", ...steps, ""].join("\n");
}

/** Two steps that ask the same under two rules are told apart by their titles. */
function titled(key: "study.strict" | "study.partial"): string[] {
  return [`      title: ${JSON.stringify(t(key))}`];
}

/** A step of the short run takes the words of the command. */
function words(params: Params): string[] {
  return given(params, ["home", "world"]).map(([name, value]) => `      ${name}: ${value}`);
}

/** A step of the long run has the change as a line of a scenario. */
function tariffs(params: Params): string[] {
  const rest = given(params, ["world", "importer", "exporter", "sector", "tariff", "ban"]).map(([name, value]) => `      ${name}: ${value}`);
  if (params.scenario) return rest;
  const change = given(params, ["world", "elasticities", "retaliate"]).map(([name, value]) =>
    `${name}: ${value === "*" ? '"*"' : value.includes(",") ? `[${value.replaceAll(",", ", ")}]` : value}`);
  return ["      changes:", `        - {${change.join(", ")}}`, ...rest];
}

function given(params: Params, without: string[]): [string, string][] {
  return Object.entries(params).filter(([name, value]) => !without.includes(name) && value !== undefined && value !== "" && value !== false)
    .map(([name, value]) => [name, String(value)]);
}

/** What is asked, in a line. */
export function questionTitle(draft: Draft, home: string, names: Names): string {
  const economy = (code: string) => (code === EVERY ? small(t("whatif.every")) : names.inSentence(code));
  const goods = (list: string) => list === "" || list === EVERY ? small(t("sector.all"))
    : list.split(",").map((code) => small(tOr(`group.${code}`, names.sector(code)))).join(t("list.comma"));
  const time = draft.days ? t("study.days", { days: draft.days }) : "";
  if (draft.ask === "cut") {
    return t(Number(draft.share) === 100 ? "study.stop" : "study.cut", { seller: economy(draft.seller), home: economy(home), share: draft.share, goods: goods(draft.goods), time });
  }
  if (draft.ask === "loss") return t(Number(draft.share) === 100 ? "study.standstill" : "study.loss", { economy: economy(draft.economy), share: draft.share, goods: goods(draft.goods), time });
  if (draft.scenario !== OWN) return tOr(`scenario.${draft.scenario}`, draft.scenario);
  return t(`study.${draft.measure}`, { importer: economy(draft.importer), exporter: economy(draft.exporter), goods: goods(draft.on), rate: draft.rate });
}
