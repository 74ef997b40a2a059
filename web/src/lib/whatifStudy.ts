import type { Params, WorldInfo } from "./api";
import { OWN, questions, type Draft } from "./whatif";

/** The question as the YAML that `jiritsu run` takes; in English, since its report is. */
export function studyText(draft: Draft, home: string, world: string, info: WorldInfo): string {
  const { short, long } = questions(draft, home, world);
  const steps: string[] = [];
  if (short) steps.push("  - disrupt:", ...words(short));
  if (long) steps.push("  - tariffs:", ...tariffs(long));
  return [`title: ${JSON.stringify(title(draft, home, info))}`, `home: ${short?.home ?? home}`, `worlds: [${world}]`, "steps:",
    ...steps, ""].join("\n");
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

function title(draft: Draft, home: string, info: WorldInfo): string {
  const economy = (code: string) => info.economies.find((e) => e.code === code)?.name ?? (code === "*" ? "everyone" : code);
  const sectors = (list: string, all: string) => list === "" || list === "*" ? all
    : list.split(",").map((code) => info.sectors.find((s) => s.code === code)?.name ?? code).join(", ");
  const time = draft.days ? ` for ${draft.days} days` : "";
  if (draft.ask === "cut") {
    return `What if ${economy(draft.seller)} sells ${draft.share}% less to ${economy(home)}${time}: ${sectors(draft.goods, "everything")}`;
  }
  if (draft.ask === "loss") return `What if ${economy(draft.economy)} loses ${draft.share}% of its capacity${time}: ${sectors(draft.goods, "everything")}`;
  if (draft.scenario !== OWN) return `What ${draft.scenario} costs`;
  const measure = draft.measure === "ban" ? "bans imports" : `puts ${draft.rate}% on imports`;
  return `What if ${economy(draft.importer)} ${measure} from ${economy(draft.exporter)}: ${sectors(draft.on, "everything")}`;
}
