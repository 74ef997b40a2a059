import type { Bars, Chart, Lines, Series } from "../charts/model";
import type { Answer, FieldText, Fields, Row, Table } from "./api";

/** Two answers to the same question, side by side: their rows with the difference, and both in one picture. */

export interface Pair {
  ours?: Row | undefined;
  theirs?: Row | undefined;
  /** The row with its figures as `first`, `second` and `difference`. */
  shown: Row;
}

const MOST_BARS = 12;
const MOST_LINES = 2;

export const isText = (fields: Fields, field: string) =>
  fields[field] === undefined || fields[field]?.kind === "text" || field === "year" || field === "day";

/** What tells the rows of a table apart: every code, and a name only where there is no code. */
export function keys(table: Table, fields: Fields): string[] {
  const row = table.rows[0] ?? {};
  return Object.keys(row).filter((f) => isText(fields, f) && f !== "home" && f !== "world" && !(f.endsWith("_name") && f.slice(0, -5) in row));
}

/** The rows of both, the first run's order before what only the second has. */
export function paired(first: Table, second: Table, fields: Fields, measure: string): Pair[] {
  const by = keys(first, fields);
  const key = (row: Row) => by.map((f) => String(row[f])).join("|");
  const others = new Map(second.rows.map((row) => [key(row), row]));
  const known = new Set(first.rows.map(key));
  const pairs = [
    ...first.rows.map((row) => ({ ours: row as Row | undefined, theirs: others.get(key(row)) })),
    ...second.rows.filter((row) => !known.has(key(row))).map((row) => ({ ours: undefined, theirs: row as Row | undefined })),
  ];
  return pairs.map(({ ours, theirs }) => {
    const [a, b] = [ours?.[measure] ?? null, theirs?.[measure] ?? null];
    const difference = typeof a === "number" && typeof b === "number" ? b - a : null;
    return { ours, theirs, shown: { ...(ours ?? theirs), first: a, second: b, difference } };
  });
}

/** The difference of shares is one of percentage points. */
export function differenceKind(kind: FieldText["kind"]): FieldText["kind"] {
  return kind === "share" || kind === "percent" ? "points" : kind;
}

/** Differences as they are shown: of shares in points. */
export function inPoints(pairs: Pair[], kind: FieldText["kind"]): Pair[] {
  return kind !== "share" ? pairs : pairs.map((pair) => ({ ...pair,
    shown: { ...pair.shown, difference: typeof pair.shown.difference === "number" ? 100 * pair.shown.difference : null } }));
}

const linesOf = (answer: Answer) => answer.charts.find((chart): chart is Lines => chart.kind === "lines");

/** The curves of both over one another, where both draw the same; else bars of the rows that differ most, home itself apart. */
export function together(
  first: Answer, second: Answer, pairs: Pair[], kind: FieldText["kind"], unit: string, sides: [string, string], name: (row: Row) => string,
): Chart {
  const [a, b] = [linesOf(first), linesOf(second)];
  return a && b && a.unit === b.unit && a.over === b.over ? curves(a, b, sides)
    : bars(pairs.filter((pair) => pair.shown.partner !== first.home), kind, unit, sides, name);
}

function curves(a: Lines, b: Lines, sides: [string, string]): Lines {
  const labels = a.labels.length >= b.labels.length ? a.labels : b.labels;
  const on = (from: Lines, side: string): Series[] => from.series.slice(0, MOST_LINES).map((series) => {
    const at = new Map(from.labels.map((label, k) => [label, series.values[k] ?? null]));
    return { name: `${series.name} (${side})`, values: labels.map((label) => at.get(label) ?? null) };
  });
  return { ...a, labels, series: [...on(a, sides[0]), ...on(b, sides[1])] };
}

function bars(pairs: Pair[], kind: FieldText["kind"], unit: string, sides: [string, string], name: (row: Row) => string): Bars {
  const size = (pair: Pair) => Math.abs(Number(pair.shown.difference ?? 0));
  const most = [...pairs].sort((x, y) => size(y) - size(x)).slice(0, MOST_BARS);
  const values = (field: "first" | "second") => most.map(({ shown }) => {
    const value = shown[field];
    return typeof value === "number" ? value * (kind === "share" ? 100 : 1) : null;
  });
  return { kind: "bars", unit, labels: most.map((pair) => name(pair.shown)),
    series: [{ name: sides[0], values: values("first") }, { name: sides[1], values: values("second") }] };
}
