import type { Option } from "./echarts";
import type { Value } from "./model";

/** What all pictures share. Colours are CSS variables (`colours.css`), so that dark, light and print need no second drawing. */

export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
export const SIZE = 12;
export const LINE = 15;
export const NARROW = 560;

export const colour = (name: string) => `var(--${name})`;
export const INK = colour("ink");
export const MUTED = colour("muted");
export const RULE = colour("rule");
export const HAIR = colour("hair");
export const PAGE = colour("page");
/** Keeps a label readable over what it lies on. */
export const HALO = { textBorderColor: PAGE, textBorderWidth: 2.5 };

/** The colour of a series among so many. */
export function ink(colours: number[] | undefined, k: number, all: number): string {
  return all > 1 ? colour(`c${colours?.[k] ?? (k % 8) + 1}`) : colour("plain");
}

export function finite(values: Value[]): number[] {
  return values.filter((v): v is number => v !== null && Number.isFinite(v));
}

export function largest(values: Value[]): number {
  return Math.max(0, ...finite(values).map(Math.abs));
}

export function decimals(most: number): number {
  return most >= 100 ? 0 : most >= 10 ? 1 : 2;
}

export function format(value: Value | undefined, places: number): string {
  if (value === null || value === undefined) return "–";
  // No "-0.00": a figure that rounds to nothing has no sign.
  const shown = Math.abs(value) < 0.5 * 10 ** -places ? 0 : value;
  return shown.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** In an axis or a cell: 1, 0.05, 20k, 1.5M. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${+(value / 1e6).toPrecision(3)}M`;
  if (size >= 1e4) return `${+(value / 1e3).toPrecision(3)}k`;
  return String(+value.toPrecision(6));
}

/** The first words of a unit stand behind a figure; the whole unit stands in the caption. */
export function withUnit(text: string, unit: string): string {
  return unit.startsWith("%") ? text + "%" : `${text} ${unit}`;
}

let pen: CanvasRenderingContext2D | null = null;

export function textWidth(text: string, size = SIZE, weight = 400): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * size * 0.6;
  pen.font = `${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
}

export function widest(texts: string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

/** A text on as many lines as it needs: broken between words, and in Japanese between letters, never before a mark that closes. */
export function inLines(text: string, room: number, size = SIZE, weight = 400): string[] {
  const pieces = text.match(/[（「]*[\u2e80-\uffff][ー、。：・）」]*|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [text];
  const lines = [""];
  for (const piece of pieces) {
    const last = lines.at(-1) ?? "";
    if (last === "" || textWidth((last + piece).trimEnd(), size, weight) <= room) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim());
}

/** A box over the drawing, drawn and not HTML: pages allow no inline styles. */
export function tip(title: string, rows: string[][]): string {
  return [title, ...rows.map((row) => row.filter((text) => text !== "").join("  "))].join("\n");
}

export function base(option: Option): Option {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: SIZE, color: INK },
    ...option,
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: PAGE, borderColor: RULE, borderWidth: 1, padding: [8, 12],
      textStyle: { color: INK, fontSize: 12.5, fontFamily: FONT, lineHeight: 18 }, transitionDuration: 0, ...option.tooltip,
    },
  };
}

export function valueAxis(more: object) {
  return {
    type: "value" as const, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: HAIR } },
    axisLabel: { color: MUTED, formatter: short, hideOverlap: true }, ...more,
  };
}

export function labelAxis(more: object) {
  return { type: "category" as const, axisLine: { lineStyle: { color: RULE } }, axisTick: { show: false }, ...more };
}

/** The key of the series at the top, with the room that it takes. */
export function legend(names: string[], width: number) {
  const stacked = widest(names) * names.length + 34 * names.length > width;
  const lines = stacked ? names.reduce((sum, name) => sum + inLines(name, width - 24).length, 0) : 1;
  return {
    room: names.length > 1 ? lines * LINE + (stacked ? names.length * 6 : 0) + 14 : 0,
    option: {
      show: names.length > 1, top: 0, left: 0, itemWidth: 16, itemHeight: 12, itemGap: stacked ? 6 : 20, selectedMode: false,
      orient: stacked ? ("vertical" as const) : ("horizontal" as const),
      textStyle: { color: INK, fontSize: SIZE, lineHeight: LINE }, data: names,
      formatter: (name: string) => inLines(name, width - 24).join("\n"),
    },
  };
}
