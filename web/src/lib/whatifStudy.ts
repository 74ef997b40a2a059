import { OWN, questions, type Draft } from "./whatif";
import type { Names } from "./world.svelte";

/** The question as the YAML that `jiritsu run` takes, in English, since its report is. */
export function studyText(draft: Draft, home: string, world: string, _names: Names): string {
  const { short, long } = questions(draft, home, world);
  const steps: string[] = [];
  if (short) steps.push("  - disrupt:", ...lines(short, ["home", "world"]));
  if (long && draft.scenario !== OWN && draft.ask === "tariffs") steps.push("  - tariffs:", `      scenario: ${draft.scenario}`);
  return ["title: What if", `home: ${home}`, `worlds: [${world}]`, "steps:", ...steps, ""].join("\n");
}

function lines(params: Record<string, unknown>, without: string[]): string[] {
  return Object.entries(params).filter(([name, value]) => !without.includes(name) && value !== "" && value !== false)
    .map(([name, value]) => `      ${name}: ${String(value)}`);
}
