import type { Chart } from "../charts/model";
import { lang } from "./i18n.svelte";

/** The server's answers as they come: every figure on a page is one of these, never computed here. */

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** What `--format json` prints. Facts of the whole table, such as a threshold, stand beside the rows. */
export interface Table {
  title: string;
  world: string;
  home: string;
  unit: string;
  method: string;
  sources: string[];
  notes?: string[];
  rows: Row[];
  [fact: string]: unknown;
}

/** One sentence of what was found, and the cells of the table that it speaks of. */
export interface Finding {
  role: "headline" | "story" | "assumption" | "limit";
  said: string;
  figures: { row: number; field: string }[];
}

/** An answer, everywhere the same: sentences, pictures, and a table of which a part is shown. */
export interface Answer extends Table {
  findings: Finding[];
  charts: Chart[];
  shown: { fields: string[]; rows: number };
}

export interface Named {
  code: string;
  name: string;
  name_ja: string;
  iso_numeric?: string | number | null;
}

export interface WorldInfo {
  id: string;
  name: string;
  year: number;
  estimated: boolean;
  unit: string;
  source: string;
  licence: string;
  notes: string[];
  economies: Named[];
  sectors: Named[];
}

export interface FieldText {
  kind: "text" | "count" | "share" | "percent" | "points" | "musd" | "usd" | "km" | "tonnes" | "index" | "ratio" | "days";
  unit?: string;
  label: string;
  definition: string;
  source?: string;
}
export type Fields = Record<string, FieldText>;

export interface MethodPage {
  id: string;
  title: string;
}

/** An error in the words of the command line (application/problem+json). */
export class Problem extends Error {
  constructor(
    readonly title: string,
    readonly expected = "",
    readonly found = "",
    readonly maybe = "",
    readonly status = 0,
    detail = "",
  ) {
    super(detail || title);
  }
}

export type Params = Record<string, string | number | boolean | string[] | undefined>;
export type Download = "csv" | "xlsx" | "parquet" | "json";

const ROOT = "/api/v1";
const answers = new Map<string, Promise<unknown>>();

/** The address of a question, or of its file; a parameter that is undefined, empty or false is left out. */
export function address(path: string, params: Params = {}, format?: Download): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) value.forEach((one) => query.append(name, one));
    else if (value !== undefined && value !== "" && value !== false) query.set(name, String(value));
  }
  if (format) {
    query.set("format", format);
    query.set("lang", lang());
  }
  const text = query.toString();
  return ROOT + path + (text ? "?" + text : "");
}

/** The answer as an object. The same question is asked once while the page is open; a failure is forgotten. */
export function ask<T = Answer>(path: string, params: Params = {}): Promise<T> {
  return remembered(address(path, params), (response) => response.json() as Promise<T>);
}

/** The answer as text, for pages in Markdown. */
export function askText(path: string): Promise<string> {
  return remembered(address(path), (response) => response.text());
}

/** Questions that wait for their answer, by address: for whoever shows how long it takes and lets the reader give up. */
export const underWay = new Map<string, AbortController>();

/** How many look at an answer that is under way; a question that nobody looks at any more is given up. */
const looking = new Map<unknown, { count: number; stop: AbortController }>();

/** Looks at an answer; gives back how to look away. */
export function lookAt(answer: Promise<unknown>): () => void {
  const at = looking.get(answer);
  if (!at) return () => {};
  at.count++;
  return () => {
    at.count--;
    // Another part of the page may look at it in the next moment.
    setTimeout(() => at.count === 0 && looking.has(answer) && at.stop.abort(), 50);
  };
}

/** Asks for what may differ the next time. */
export async function fresh<T>(path: string, given: RequestInit = {}): Promise<T> {
  const headers = { ...given.headers, "Accept-Language": lang() };
  const response = await fetch(address(path), { ...given, headers }).catch(() => {
    throw new Problem("offline");
  });
  if (!response.ok) throw await problemOf(response);
  return response.json() as Promise<T>;
}

function remembered<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  // The address names no language, so that it is the same question; who asks says which one they read.
  const key = `${lang()} ${url}`;
  const known = answers.get(key);
  if (known) return known as Promise<T>;
  const stop = new AbortController();
  underWay.set(url, stop);
  const asked = fetch(url, { signal: stop.signal, headers: { "Accept-Language": lang() } })
    .catch(() => {
      throw new Problem(stop.signal.aborted ? "stopped" : "offline");
    })
    .then(async (response) => {
      if (!response.ok) throw await problemOf(response);
      return read(response);
    });
  looking.set(asked, { count: 0, stop });
  asked.catch(() => answers.delete(key)).finally(() => {
    underWay.delete(url);
    looking.delete(asked);
  });
  answers.set(key, asked);
  return asked;
}

/** The problem that a response states, or one made of its status where it states none. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("problem+json")) return new Problem(`${response.status} ${response.statusText}`, "", "", "", response.status);
  const said = (await response.json()) as Record<string, string | undefined>;
  return new Problem(
    said.title ?? String(response.status), said.expected, said.found, said.maybe, response.status, said.detail);
}
