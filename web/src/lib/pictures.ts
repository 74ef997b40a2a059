import type { Option } from "./charts";
import { cellText } from "./format";
import type { Lang } from "./i18n.svelte";
import { classOf, type Palette } from "./palette";

/** How each kind of picture is laid out. Pure: rows and colours in, an ECharts option out. */

export interface Bars {
  names: string[];
  /** The last one is drawn in front and carries the figures. */
  series: { name: string; values: (number | null)[]; colour: string; border?: string }[];
  lang: Lang;
  /** How the values are read; shares by default. */
  kind?: "share" | "percent" | "points" | "ratio" | "musd" | "index";
}

const BAR = 30;
const NARROW = 500;
/** On a narrow screen the names stand above their bars, in full. */
const LINE = 15;
const BARE = 26;

/** How high bars with these names are at a width. */
export function barsHeight(names: string[], width: number, rest = 62): number {
  return width >= NARROW || width === 0 ? names.length * BAR + rest : names.length * (BARE + LINE * tallest(names, width)) + rest + LINE;
}

function tallest(names: string[], width: number): number {
  return Math.max(1, ...names.map((name) => inLines(name, width - 16, 5).length));
}

/** The axis that names the bars, with the room that it takes: at the left, or on a narrow screen above each bar. */
export function naming(names: string[], colours: Palette, width: number, below = 0) {
  const narrow = width < NARROW;
  const room = narrow ? 4 : Math.min(Math.max(...names.map(wide)) + 12, width * 0.44);
  const above = { textBorderColor: colours.paper, textBorderWidth: 3, inside: true, margin: -below, align: "left" as const, verticalAlign: "bottom" as const, padding: [0, 0, BARE / 2 - 2, 0],
    formatter: (name: string) => inLines(name, width - 16, 5).join("\n") };
  const beside = { margin: below + 8, formatter: (name: string) => inLines(name, room - 10, 2).join("\n") };
  return {
    room: room + below,
    top: narrow ? Math.max(0, LINE * (tallest(names.slice(0, 1), width) - tallest(names, width) / 2)) : 0,
    axis: { type: "category" as const, inverse: true, data: names, axisTick: { show: false }, axisLine: { show: false, onZero: false },
      z: 3, axisLabel: { color: colours.ink, interval: 0, fontSize: 12.5, lineHeight: LINE - 1, ...(narrow ? above : beside) } },
    /** Bars fill the same height with their names above as beside them. */
    gap: narrow ? `${Math.round((1 - 20 / (BARE + LINE * tallest(names, width))) * 100)}%` : undefined,
  };
}

/** Horizontal bars, two or more measures a name. */
export function bars({ names, series, lang, kind = "share" }: Bars, colours: Palette, width: number): Option {
  const { room, top, axis: yAxis, gap } = naming(names, colours, width);
  const figure = (value: unknown) => cellText(value as number, kind, lang);
  return {
    tooltip: tip(colours, figure),
    legend: { show: series.length > 1, top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 18,
      textStyle: { color: colours.ink }, selectedMode: false, data: series.map((s) => s.name).reverse() },
    grid: { left: room, right: 58, top: top + (series.length > 1 ? 34 : 8), bottom: 26 },
    xAxis: axis(colours, (v) => short(v, kind, lang), steps(width - room - 58)),
    yAxis,
    series: series.map((s, k) => ({
      type: "bar" as const,
      name: s.name,
      data: s.values.map((v) => v ?? "-"),
      itemStyle: { color: s.colour, borderColor: s.border ?? s.colour, borderWidth: s.border ? 1 : 0 },
      barGap: "10%",
      barCategoryGap: gap ?? "32%",
      cursor: "pointer",
      label: { show: k === series.length - 1, position: "right" as const, color: colours.ink, fontSize: 12,
        formatter: (p: { value?: unknown }) => figure(p.value) },
    })),
  };
}

export interface Heat {
  columns: string[];
  rows: string[];
  /** Column, row, value. */
  cells: [number, number, number][];
  bounds: readonly number[];
  ramp: string[];
  lang: Lang;
}

export function heatHeight(rows: number, labels: string[]): number {
  return rows * 28 + slanted(labels) + 16;
}

/** A heat map with fixed classes; the value of a cell is read by pointing, and in the table. */
export function heat({ columns, rows, cells, bounds, ramp, lang }: Heat, colours: Palette, width: number): Option {
  const room = Math.min(Math.max(...rows.map(wide)) + 12, width * (width < NARROW ? 0.44 : 0.36));
  return {
    tooltip: { ...tip(colours, (v) => cellText((v as number[])[2] ?? null, "share", lang)), trigger: "item",
      formatter: (p) => {
        const [x, y, value] = (p as unknown as { value: [number, number, number] }).value;
        return `${columns[x]}\n${rows[y]}\n${cellText(value, "share", lang)}`;
      } },
    grid: { left: room, right: 8, top: slanted(columns), bottom: 8 },
    xAxis: { type: "category", data: columns, position: "top", axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: colours.ink, rotate: 50, interval: 0, fontSize: 12, margin: 8 } },
    yAxis: { type: "category", data: rows, inverse: true, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: colours.ink, interval: 0, fontSize: 11.5, lineHeight: 13,
        formatter: (name: string) => inLines(name, (room - 10) * 1.1, 2).join("\n") } },
    series: [{
      type: "heatmap" as const,
      data: cells.map(([x, y, v]) => ({ value: [x, y, v],
        itemStyle: { color: ramp[classOf(v, bounds)] ?? colours.paper, borderColor: colours.paper, borderWidth: 1 } })),
      cursor: "pointer",
    }],
  };
}

export interface Lines {
  years: number[];
  /** `parts`: runs of years of one source, which are not joined with each other. */
  series: { name: string; parts: (number | null)[][]; colour: string; strong: boolean }[];
  lang: Lang;
  height: number;
}

/** Lines over the years. The names stand at the right ends; a figure alone in its part is a diamond. */
export function lines({ years, series, lang, height }: Lines, colours: Palette, width: number): Option {
  const room = Math.min(Math.max(...series.map((s) => wide(s.name))) + 24, width * 0.36);
  const names = series.map((s) => inLines(s.name, room - 16, 2));
  const [top, bottom] = [12, 28];
  const largest = Math.max(...series.flatMap((s) => s.parts.flat().map((v) => v ?? 0)));
  const { max, interval } = scale(largest);
  const ends = series.map((s) => (1 - (s.parts.at(-1)?.findLast((v) => v !== null) ?? 0) / max) * (height - top - bottom));
  const shifts = apart(ends, names.map((lines) => lines.length * LINE));
  return {
    tooltip: { ...tip(colours, (v) => cellText((v as number[])[1] ?? null, "share", lang)), trigger: "axis" },
    grid: { left: 46, right: room, top, bottom },
    xAxis: { type: "value", min: years[0] ?? 0, max: years.at(-1) ?? 1, interval: width < 500 ? 9 : 3,
      axisLabel: { color: colours.muted, formatter: (v: number) => String(v), hideOverlap: true },
      splitLine: { show: false }, axisLine: { lineStyle: { color: colours.rule } } },
    yAxis: { ...axis(colours, (v) => short(v, "share", lang), 5), max, interval },
    series: series.flatMap((s, at) => s.parts.map((values, part) => ({
      type: "line" as const,
      name: s.name,
      data: values.map((v, k) => ({
        value: [years[k] ?? 0, v ?? "-"],
        label: { show: part === s.parts.length - 1 && k === lastOf(values), position: "right" as const, formatter: names[at]?.join("\n") ?? "",
          color: s.strong ? colours.ink : colours.muted, fontWeight: s.strong ? ("bold" as const) : ("normal" as const),
          lineHeight: LINE - 1, distance: 8, offset: [0, shifts[at] ?? 0] },
      })),
      symbol: part === 0 ? "circle" : "diamond",
      symbolSize: part === 0 ? 6 : 10,
      lineStyle: { width: s.strong ? 3 : 1.5, color: s.colour },
      z: s.strong ? 3 : 2,
      itemStyle: { color: s.colour },
      cursor: "pointer",
    }))),
  };
}

/** Round steps for an axis from 0. */
function scale(largest: number): { max: number; interval: number } {
  const power = 10 ** Math.floor(Math.log10(largest / 4 || 1));
  const interval = power * ([1, 2, 2.5, 5, 10].find((step) => step * power * 5 >= largest) ?? 10);
  return { max: interval * Math.ceil(largest / interval), interval };
}

/** How far to move each of these, so high, that no two overlap. */
function apart(places: number[], heights: number[]): number[] {
  const order = places.map((_, k) => k).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = new Map<number, number>();
  let free = -Infinity;
  for (const k of order) {
    const half = (heights[k] ?? 0) / 2;
    const at = Math.max(places[k] ?? 0, free + half);
    free = at + half;
    moved.set(k, at - (places[k] ?? 0));
  }
  return places.map((_, k) => moved.get(k) ?? 0);
}

function lastOf(values: (number | null)[]): number {
  return values.findLastIndex((v) => v !== null);
}

export interface Flow {
  nodes: { name: string; label: string; depth: number; colour: string }[];
  links: { source: string; target: string; value: number; label: string }[];
  lang: Lang;
}

/** Chains as bands from left to right: each band of a chain has the width of the value it carries. */
export function flow({ nodes, links, lang }: Flow, colours: Palette): Option {
  return {
    tooltip: { ...tip(colours, (v) => cellText(v as number, "musd", lang)), trigger: "item",
      formatter: (p) => {
        const data = (p as { data?: { label?: string | object } }).data;
        return typeof data?.label === "string" ? data.label : "";
      } },
    series: [{
      type: "sankey" as const,
      left: 4,
      right: 190,
      top: 8,
      bottom: 8,
      nodeWidth: 12,
      nodeGap: 30,
      layoutIterations: 32,
      draggable: false,
      data: nodes.map((n) => ({ name: n.name, depth: n.depth, itemStyle: { color: n.colour, borderWidth: 0 },
        label: { formatter: n.label } })),
      links: links.map(({ label, ...link }) => ({ ...link, label })) as never,
      lineStyle: { color: "source", opacity: 0.28, curveness: 0.5 },
      emphasis: { focus: "adjacency", lineStyle: { opacity: 0.55 } },
      label: { color: colours.ink, textBorderColor: colours.paper, textBorderWidth: 3, fontSize: 12, width: 170, overflow: "break" },
    }],
  };
}

export function tip(colours: Palette, figure: (value: unknown) => string) {
  // Drawn, not HTML: the page's security policy allows no inline styles.
  return {
    renderMode: "richText" as const,
    trigger: "axis" as const,
    axisPointer: { type: "none" as const },
    backgroundColor: colours.paper,
    borderColor: colours.rule,
    borderWidth: 1,
    padding: [8, 12],
    confine: true,
    textStyle: { color: colours.ink, fontSize: 13, fontFamily: colours.font },
    valueFormatter: (value: unknown) => figure(value),
  };
}

/** How many steps an axis so long has room to name. */
export function steps(length: number): number {
  return Math.min(Math.max(2, Math.round(length / 90)), 8);
}

export function axis(colours: Palette, figure: (value: number) => string, splits: number) {
  return {
    type: "value" as const,
    splitNumber: splits,
    axisLabel: { color: colours.muted, formatter: figure, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.hair } },
  };
}

/** On an axis: as few digits as tell the ticks apart. */
export function short(value: number, kind: string, lang: Lang): string {
  const shown = kind === "share" ? value * 100 : value;
  const text = shown.toLocaleString(lang, { maximumSignificantDigits: 3 });
  return kind === "share" || kind === "percent" ? text + "%" : text;
}

/** Roughly how many pixels a name takes at 13 px: kana and kanji are square. */
export function wide(text: string): number {
  return [...text].reduce((sum, c) => sum + (c > "\u2e80" ? 13.5 : 7.1), 0);
}

/** A long name on at most so many lines, cut where even these are too short; within a Japanese name after ・ where that will do. */
export function inLines(name: string, room: number, most: number): string[] {
  const fits = (text: string) => wide(text.trimEnd()) <= room;
  if (fits(name)) return [name];
  const words = (name.match(/[^\s・：]+[・：]?\s*/g) ?? [name])
    // A word too long for any line: where no line begins with a mark that closes.
    .flatMap((word) => (fits(word) ? [word] : (word.match(/[（「]*[\u2e80-\uffff][ー、。：・）」]*|[^\u2e80-\uffff]+/g) ?? [word])));
  const rows = [""];
  for (const word of words) {
    const last = rows.at(-1) ?? "";
    if (last === "" || fits(last + word)) rows[rows.length - 1] = last + word;
    else if (rows.length < most) rows.push(word);
    else {
      rows[rows.length - 1] = last.trimEnd() + "…";
      break;
    }
  }
  return rows.map((row) => row.trimEnd());
}

function slanted(labels: string[]): number {
  return Math.min(Math.max(...labels.map(wide)), 190) * 0.77 + 22;
}
