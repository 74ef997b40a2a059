import type { Option } from "./echarts";
import type { Bars, Series, Setting } from "./model";
import {
  base, decimals, finite, FONT, format, INK, ink, inLines, labelAxis, largest, legend, LINE, MUTED, NARROW, tip, valueAxis, widest,
  withUnit,
} from "./look";

const GAP = 0.2;

/** A figure, and its band where it has one. */
function figureOf(run: Series, at: number, places: number): string {
  const [low, high] = [run.low?.[at], run.high?.[at]];
  const value = format(run.values[at], places);
  return typeof low === "number" && typeof high === "number" && low < high ? `${value} (${format(low, places)} – ${format(high, places)})` : value;
}

/** The band of each bar as a line over its end, and the figures beyond it. */
function whiskers(run: Series, { offset, size, fill, places }: { offset: number; size: number; fill: string; places: number }) {
  return {
    type: "custom" as const, z: 4, silent: true, encode: { x: [0, 1], y: 2 },
    data: run.values.map((value, k) => [Math.min(value ?? 0, run.low?.[k] ?? 0), Math.max(value ?? 0, run.high?.[k] ?? 0), k, run.low?.[k] ?? value ?? 0, run.high?.[k] ?? value ?? 0]),
    renderItem: (_: unknown, api: { value: (at: number) => number | string; coord: (at: number[]) => number[] }) => {
      const [most, row, low, high] = [1, 2, 3, 4].map((at) => Number(api.value(at))) as [number, number, number, number];
      const [from = 0, y = 0] = api.coord([low, row]);
      const [to = 0] = api.coord([high, row]);
      const [end = 0] = api.coord([most, row]);
      const line = (x1: number, y1: number, x2: number, y2: number) =>
        ({ type: "line" as const, shape: { x1, y1: y1 + offset, x2, y2: y2 + offset }, style: { stroke: INK, lineWidth: 1.25 } });
      return { type: "group" as const, children: [
        ...(to > from ? [line(from, y, to, y), line(from, y - 3, from, y + 3), line(to, y - 3, to, y + 3)] : []),
        { type: "text" as const, style: { text: figureOf(run, row, places), x: end + 6, y: y + offset, fill, fontSize: size, fontFamily: FONT, verticalAlign: "middle" as const } },
      ] };
    },
  };
}

/** Horizontal bars. On a narrow screen each name stands above its bars, in full. */
export function bars({ unit, labels, series: runs }: Bars, { width, paper, colours }: Setting): { height: number; option: Option } {
  const all = finite(runs.flatMap((run) => [...run.values, ...(run.low ?? []), ...(run.high ?? [])]));
  const places = all.every(Number.isInteger) ? 0 : decimals(largest(all));
  const narrow = width < NARROW;
  const key = legend(runs.map((run) => run.name), width);
  const figure = 12 + widest(runs.flatMap((run) => run.values.map((_, at) => figureOf(run, at, places))));
  const below = all.some((v) => v < 0) ? figure : 0;
  const room = narrow ? 4 : Math.min(widest(labels) + 6, width * 0.4);
  const wraps = labels.map((label) => inLines(label, narrow ? width - 12 : room));
  const tallest = Math.max(1, ...wraps.map((lines) => lines.length));
  const thickness = runs.length === 1 ? 16 : paper ? 7 : 11;
  const group = runs.length * thickness * (1 + GAP);
  const size = paper ? 9 : 11;
  const pitch = narrow ? group + 14 + LINE * tallest : Math.max(tallest * LINE + 8, group + (paper ? 5 : 10));
  const top = key.room + 4 + (narrow ? (LINE * tallest) / 2 : 0);
  const above = { inside: true, margin: -below, align: "left" as const, verticalAlign: "bottom" as const, padding: [0, 0, group / 2 + 3, 0] };
  return {
    height: top + 8 + labels.length * pitch,
    option: base({
      grid: { left: room + 8 + below, right: all.some((v) => v > 0) ? figure : 12, top, bottom: 8, outerBoundsMode: "none" },
      legend: { ...key.option, icon: "rect" },
      tooltip: {
        trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: "rgba(128,140,155,0.14)" } },
        formatter: (at) => {
          const found = at as unknown as { name: string; dataIndex: number }[];
          const first = found[0];
          return first ? tip(first.name, runs.map((run) => [run.name, withUnit(figureOf(run, first.dataIndex, places), unit)])) : "";
        },
      },
      xAxis: valueAxis({ axisLabel: { show: false }, splitLine: { show: false } }),
      yAxis: labelAxis({
        data: labels.map((_, k) => k), inverse: true, z: 3,
        axisLine: { show: !narrow, onZero: true, lineStyle: { color: MUTED, opacity: 0.4 } },
        axisLabel: {
          color: INK, lineHeight: LINE, interval: 0, formatter: (k: string) => wraps[Number(k)]?.join("\n") ?? "",
          ...(narrow ? above : { margin: 8 + below }),
        },
      }),
      series: [...runs.map((run, k) => ({
        name: run.name, type: "bar" as const, barWidth: thickness, barGap: `${100 * GAP}%`, itemStyle: { color: ink(colours, k, runs.length) },
        emphasis: { disabled: true },
        data: run.values.map((v) => ({ value: v ?? "-", label: { position: (v ?? 0) < 0 ? ("left" as const) : ("right" as const) } })),
        label: { show: !run.low, color: k ? MUTED : INK, fontSize: size,
          formatter: (p: { value?: unknown }) => format(typeof p.value === "number" ? p.value : null, places) },
      })), ...runs.flatMap((run, k) => run.low
        ? [whiskers(run, { offset: (k - (runs.length - 1) / 2) * thickness * (1 + GAP), size, fill: k ? MUTED : INK, places })] : [])],
    }),
  };
}
