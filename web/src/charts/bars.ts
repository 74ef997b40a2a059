import type { Option } from "./echarts";
import type { Bars, Setting } from "./model";
import {
  base, decimals, finite, format, INK, ink, inLines, labelAxis, largest, legend, LINE, MUTED, NARROW, tip, valueAxis, widest,
  withUnit,
} from "./look";

/** Horizontal bars. On a narrow screen each name stands above its bars, in full. */
export function bars({ unit, labels, series: runs }: Bars, { width, paper, colours }: Setting): { height: number; option: Option } {
  const all = finite(runs.flatMap((run) => run.values));
  const places = all.every(Number.isInteger) ? 0 : decimals(largest(all));
  const narrow = width < NARROW;
  const key = legend(runs.map((run) => run.name), width);
  const figure = 12 + widest(all.map((v) => format(v, places)));
  const below = all.some((v) => v < 0) ? figure : 0;
  const room = narrow ? 4 : Math.min(widest(labels) + 6, width * 0.4);
  const wraps = labels.map((label) => inLines(label, narrow ? width - 12 : room));
  const tallest = Math.max(1, ...wraps.map((lines) => lines.length));
  const thickness = runs.length === 1 ? 16 : paper ? 7 : 11;
  const group = runs.length * thickness * 1.2;
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
          return first ? tip(first.name, runs.map((run) => [run.name, withUnit(format(run.values[first.dataIndex], places), unit)])) : "";
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
      series: runs.map((run, k) => ({
        name: run.name, type: "bar" as const, barWidth: thickness, barGap: "20%", itemStyle: { color: ink(colours, k, runs.length) },
        emphasis: { disabled: true },
        data: run.values.map((v) => ({ value: v ?? "-", label: { position: (v ?? 0) < 0 ? ("left" as const) : ("right" as const) } })),
        label: { show: true, color: k ? MUTED : INK, fontSize: paper ? 9 : 11,
          formatter: (p: { value?: unknown }) => format(typeof p.value === "number" ? p.value : null, places) },
      })),
    }),
  };
}
