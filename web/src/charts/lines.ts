import type { Option } from "./echarts";
import type { Lines, Setting } from "./model";
import {
  base, decimals, finite, format, HALO, ink, inLines, labelAxis, largest, legend, LINE, MUTED, NARROW, RULE, SIZE, tip, valueAxis,
  widest, withUnit,
} from "./look";

const MANY = 40;

/** Labels that are rising whole numbers, such as years and days, lie on a true scale where they can. */
function scaled(labels: string[]): number[] | undefined {
  const numbers = labels.map(Number);
  return numbers.every((year, k) => Number.isInteger(year) && (k === 0 || year > (numbers[k - 1] ?? 0))) ? numbers : undefined;
}

function axisOf(labels: string[]) {
  const look = { axisLabel: { color: MUTED, hideOverlap: true }, splitLine: { show: false } };
  const numbers = scaled(labels);
  if (!numbers) return labelAxis({ ...look, data: labels, boundaryGap: false });
  const marks = numbers.filter((_, k) => k % (numbers.length > MANY ? 30 : 1) === 0);
  return {
    type: "value" as const, min: numbers[0] ?? 0, max: numbers.at(-1) ?? 1, axisLine: { onZero: false, lineStyle: { color: RULE } }, ...look,
    axisTick: { customValues: marks, lineStyle: { color: RULE } },
    axisLabel: { color: MUTED, customValues: marks, formatter: String, hideOverlap: true },
  };
}

/** Names and last figures stand at the right ends; on a narrow screen the names have a key at the top. */
export function lines(
  { unit, over, labels, series: runs }: Lines, { width, height: wished, paper, colours }: Setting,
): { height: number; option: Option } {
  const all = finite(runs.flatMap((run) => run.values));
  const many = labels.length > MANY;
  const places = decimals(many ? Math.max(0, ...all) - Math.min(Infinity, ...all) : largest(all));
  const numbers = scaled(labels);
  const narrow = width < NARROW;
  const key = legend(runs.map((run) => run.name), width);
  const last = (k: number) => format(runs[k]?.values.at(-1), places);
  const ending = (k: number) => (narrow && runs.length > 1 ? last(k) : `${runs[k]?.name ?? ""}  ${last(k)}`);
  const room = Math.min(1.1 * widest(runs.map((_, k) => ending(k))) + 20, width * 0.36);
  const top = 12 + (narrow ? key.room : 0);
  const left = 16 + Math.max(26, widest(all.map((v) => format(v, many ? 0 : 1))));
  return {
    height: wished ?? (narrow ? 300 + key.room : paper ? 300 : 400),
    option: base({
      grid: { left, right: room, top, bottom: over ? 46 : 28, outerBoundsMode: "none" },
      // The key shows each line as it is drawn.
      legend: { ...key.option, show: narrow && runs.length > 1, itemWidth: 22 },
      tooltip: {
        trigger: "axis", axisPointer: { type: "line", lineStyle: { color: MUTED } },
        formatter: (at) => {
          const index = (at as unknown as { dataIndex: number }[])[0]?.dataIndex ?? 0;
          return tip(over ? `${over} ${labels[index] ?? ""}` : (labels[index] ?? ""), runs
            .map((run) => ({ name: run.name, value: run.values[index] ?? null }))
            .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
            .map((p) => [p.name, withUnit(format(p.value, places), unit)]));
        },
      },
      xAxis: { ...axisOf(labels), name: over, nameLocation: "middle", nameGap: 28, nameTextStyle: { color: MUTED } },
      yAxis: valueAxis(many ? { scale: true, minInterval: 0.1 } : {}),
      series: runs.map((run, k) => ({
        name: run.name, type: "line" as const, symbol: many ? "none" : "circle", symbolSize: 6, showAllSymbol: true,
        emphasis: { disabled: true },
        data: run.values.map((v, at) => [numbers?.[at] ?? at, v ?? "-"]),
        lineStyle: { width: 2.25, color: ink(colours, k, runs.length) }, itemStyle: { color: ink(colours, k, runs.length) },
        endLabel: {
          show: true, distance: 8, color: ink(colours, k, runs.length), fontSize: SIZE, fontWeight: 600, lineHeight: LINE, ...HALO,
          formatter: () => inLines(ending(k), room - 14, SIZE, 600).join("\n"),
        },
        labelLayout: { moveOverlap: "shiftY" as const },
      })),
    }),
  };
}
