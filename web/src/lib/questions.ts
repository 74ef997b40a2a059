import { address, ask, type Params } from "./api";
import { lang } from "./i18n.svelte";

/** What the server says of its questions, from which a form is made; and a question as a call, as a study and as a command. */

export interface Parameter {
  name: string;
  label: string;
  help: string;
  kind: "text" | "flag" | "whole" | "number" | "share" | "economy" | "sector" | "world" | "date" | "choice";
  shape: "flag" | "one" | "list" | "many" | "positional" | "positional_maybe" | "positional_list";
  required: boolean;
  among: string[];
  usual: string;
  placeholder: string;
  cost: Cost;
}

export type Cost = "quick" | "model" | "long";

export interface Question {
  name: string;
  label: string;
  about: string;
  methods: string;
  cost: Cost;
  parameters: Parameter[];
  examples: string[][];
}

/** Values by parameter, as they were written; a flag that is set has `true`. */
export type Given = Record<string, string[]>;

export function questions(): Promise<Question[]> {
  return ask<Question[]>("/questions", { lang: lang() });
}

export function isList({ shape }: Parameter): boolean {
  return shape === "list" || shape === "many" || shape === "positional_list";
}

const isPositional = ({ shape }: Parameter) => shape.startsWith("positional");

/** The words of a command line, such as an example, by parameter. */
export function fromWords(question: Question, words: string[]): Given {
  const given: Given = {};
  const free = question.parameters.filter(isPositional);
  const add = (parameter: Parameter | undefined, value: string) => {
    if (parameter) (given[parameter.name] ??= []).push(value);
  };
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? "";
    if (!word.startsWith("--")) add(free[0] && isList(free[0]) ? free[0] : free.shift(), word);
    else {
      const parameter = question.parameters.find((one) => one.name === word.slice(2));
      add(parameter, parameter?.shape === "flag" ? "true" : (words[++k] ?? ""));
    }
  }
  return given;
}

/** What is given of this question, without blanks. */
export function said(question: Question, given: Given): [Parameter, string[]][] {
  return question.parameters.flatMap((parameter): [Parameter, string[]][] => {
    const values = (given[parameter.name] ?? []).map((value) => value.trim()).filter((value) => value !== "");
    return values.length ? [[parameter, values]] : [];
  });
}

export function paramsOf(question: Question, given: Given): Params {
  return Object.fromEntries(said(question, given).map(([parameter, values]) => [parameter.name, values.length > 1 ? values : (values[0] ?? "")]));
}

export function missing(question: Question, given: Given): Parameter[] {
  const names = new Set(said(question, given).map(([parameter]) => parameter.name));
  return question.parameters.filter((parameter) => parameter.required && !names.has(parameter.name));
}

const COSTS: Cost[] = ["quick", "model", "long"];

/** The cost as far as the parameters tell. */
export function costOf(question: Question, given: Given): Cost {
  return said(question, given).reduce((most, [parameter]) => COSTS[Math.max(COSTS.indexOf(most), COSTS.indexOf(parameter.cost))] ?? most, question.cost);
}

const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The same question on the command line. */
export function command(question: Question, given: Given): string {
  const words = said(question, given);
  const free = words.filter(([parameter]) => isPositional(parameter)).flatMap(([, values]) => values);
  const options = words.filter(([parameter]) => !isPositional(parameter)).flatMap(([parameter, values]) => {
    if (parameter.shape === "flag") return [`--${parameter.name}`];
    return (parameter.shape === "many" ? values : [values.join(",")]).flatMap((value) => [`--${parameter.name}`, value]);
  });
  return ["./jiritsu", question.name, ...free, ...options].map(quoted).join(" ");
}

const scalar = (value: string) => (/^[A-Za-z0-9_.%-][\w.%+/-]*(:[\w.%-]+)*$/.test(value) ? value : JSON.stringify(value));

/** The same question as the YAML that `jiritsu run` takes. */
export function study(question: Question, given: Given, title: string, head: { home: string; world: string }): string {
  const words = said(question, given);
  const of = (name: string) => words.find(([parameter]) => parameter.name === name)?.[1][0];
  const own = words.filter(([parameter]) => parameter.name !== "world" && parameter.name !== "home");
  const lines = own.map(([parameter, values]) => {
    const text = parameter.shape === "flag" ? "true" : isList(parameter)
      ? `[${values.flatMap((value) => (parameter.shape === "many" ? [value] : value.split(","))).map((value) => JSON.stringify(value)).join(", ")}]`
      : scalar(values[0] ?? "");
    return `      ${parameter.name}: ${text}`;
  });
  return [`title: ${JSON.stringify(title)}`, ...(lang() === "en" ? [] : [`language: ${lang()}`]), `home: ${of("home") ?? head.home}`,
    `worlds: [${of("world") ?? head.world}]`, "steps:", lines.length ? `  - ${question.name}:` : `  - ${question.name}: {}`, ...lines, ""].join("\n");
}

export function addressOf(question: Question, given: Given): string {
  return address(`/${question.name}`, paramsOf(question, given));
}
