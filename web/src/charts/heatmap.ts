import type { Option } from "./echarts";
import type { HeatMap, Setting, Value } from "./model";
import {
  base, colour, decimals, FONT, format, INK, inLines, labelAxis, largest, LINE, MUTED, PAGE, short, textWidth, tip, widest, withUnit,
} from "./look";

const CLASSES = 7;

/** Round bounds that part the values into classes of rising darkness: halving steps below the largest value. */
function bounds(top: number): number[] {
  const steps: number[] = [];
  for (let power = Math.ceil(Math.log10(top || 1)); steps.length < CLASSES - 1; power--) {
    for (const digit of [5, 2, 1]) {
      const step = Number(`${digit}e${power}`);
      if (step < (top || 1) && steps.length < CLASSES - 1) steps.push(step);
    }
  }
  return steps.reverse();
}

/** Long names read best from left to right: they go to the rows. */
function upright(chart: HeatMap) {
  const turn = widest(chart.columns) > widest(chart.rows);
  const value = (row: number, column: number): Value => (turn ? chart.values[column]?.[row] : chart.values[row]?.[column]) ?? null;
  return { rows: turn ? chart.columns : chart.rows, columns: turn ? chart.rows : chart.columns, value };
}

function scale(steps: number[], left: number, box: number) {
  return Array.from({ length: CLASSES }, (_, k) => {
    const field = { type: "rect" as const, left: left + k * box, top: 4, shape: { width: box - 2, height: 10 }, style: { fill: colour(`h${k}`) } };
    const bound = steps[k - 1];
    if (bound === undefined) return [field];
    const text = short(bound);
    return [field, { type: "text" as const, left: left + k * box - 1 - textWidth(text) / 2, top: 18,
      style: { text, fill: MUTED, fontSize: 11, fontFamily: FONT } }];
  }).flat();
}

export function heatmap(chart: HeatMap, { width, paper }: Setting): { height: number; minWidth: number; option: Option } {
  const { rows, columns, value } = upright(chart);
  const cells = rows.flatMap((_, r) => columns.map((__, c): [number, number, Value] => [c, r, value(r, c)]));
  const most = largest(cells.map((cell) => cell[2]));
  const steps = bounds(most);
  const whole = cells.every((cell) => cell[2] === null || Number.isInteger(cell[2]));
  const places = whole ? 0 : decimals(most);
  const level = (v: Value) => steps.filter((step) => (v ?? 0) >= step).length;
  const left = Math.min(widest(rows) + 16, Math.max(width * 0.34, 110));
  const wraps = rows.map((row) => inLines(row, left - 14));
  const rowHeight = Math.max(paper ? 24 : 30, LINE * Math.max(1, ...wraps.map((lines) => lines.length)) + 4);
  const tilted = widest(columns) > (width - left) / columns.length - 6;
  const heads = columns.map((column) => inLines(column, tilted ? 170 : 400));
  const headWidth = widest(heads.flat());
  const head = tilted ? headWidth * 0.72 + 18 : 22;
  const right = tilted ? Math.min(64, headWidth * 0.72) : 8;
  const top = 44 + head;
  const cellWidth = (width - left - right) / columns.length;
  return {
    height: top + rows.length * rowHeight + 8,
    minWidth: left + right + columns.length * 38,
    option: base({
      grid: { left, right, top, bottom: 8, outerBoundsMode: "none" },
      graphic: { elements: scale(steps, Math.min(left, width - CLASSES * 40 - 4), Math.min(44, (width - 8) / CLASSES)) },
      tooltip: {
        formatter: (p) => {
          const [x, y, v] = (p as unknown as { value: [number, number, Value] }).value;
          return tip(`${rows[y] ?? ""}, ${columns[x] ?? ""}`, [["", withUnit(format(typeof v === "number" ? v : null, whole ? 0 : places + 1), chart.unit)]]);
        },
      },
      xAxis: labelAxis({
        data: columns.map((_, k) => k), position: "top", axisLine: { show: false },
        axisLabel: { color: INK, interval: 0, rotate: tilted ? -45 : 0, lineHeight: 13, formatter: (k: string) => heads[Number(k)]?.join("\n") ?? "" },
      }),
      yAxis: labelAxis({
        data: rows.map((_, k) => k), inverse: true, axisLine: { show: false },
        axisLabel: { color: INK, interval: 0, lineHeight: LINE, formatter: (k: string) => wraps[Number(k)]?.join("\n") ?? "" },
      }),
      series: [{
        type: "heatmap" as const, emphasis: { disabled: true },
        data: cells.map((cell) => ({
          value: cell.map((v) => v ?? "-") as (number | string)[],
          itemStyle: { color: colour(`h${level(cell[2])}`), borderColor: PAGE, borderWidth: 2 },
          label: { color: colour(`t${level(cell[2])}`) },
        })),
        label: { show: cellWidth >= 30, fontSize: cellWidth < 36 ? 10 : 11,
          formatter: (p: { value?: unknown }) => {
            const v = (p.value as (number | string)[])[2];
            return format(typeof v === "number" ? v : null, places);
          } },
      }],
    }),
  };
}
