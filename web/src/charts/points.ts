import type { Option } from "./echarts";
import type { Points, Setting } from "./model";
import { base, colour, format, HAIR, HALO, INK, inLines, largest, LINE, MUTED, NARROW, PAGE, RULE, short, tip } from "./look";

const LABELLED = 14;
const LABELLED_NARROW = 7;

/** The larger the weight, the larger the point; the largest are named. */
export function points(
  { x: xLabel, y: yLabel, points: all }: Points, { width, height: wished, paper, texts }: Setting,
): { height: number; note: string; option: Option } {
  const drawn = all.flatMap((p) => (p.x !== null && p.y !== null && p.x > 0 && p.y > 0 ? [{ ...p, x: p.x, y: p.y, weight: p.weight ?? 0 }] : []))
    .sort((a, b) => b.weight - a.weight);
  const heaviest = largest(drawn.map((p) => p.weight)) || 1;
  const narrow = width < NARROW;
  const axis = (name: string, gap: number) => ({
    type: "log" as const, name, nameLocation: "middle" as const, nameGap: gap, nameTextStyle: { color: MUTED },
    axisLine: { lineStyle: { color: RULE } }, axisTick: { show: false }, splitLine: { lineStyle: { color: HAIR } },
    axisLabel: { color: MUTED, formatter: short, hideOverlap: true },
  });
  const left = all.length - drawn.length;
  const high = wished ?? (narrow || paper ? 420 : 540);
  return {
    height: high,
    note: texts.note + (left ? " " + texts.zero.replace("{left}", String(left)).replace("{all}", String(all.length)) : ""),
    option: base({
      grid: { left: 64, right: 24, top: 28, bottom: 48, outerBoundsMode: "none" },
      tooltip: {
        formatter: (p) => {
          const at = drawn[(p as unknown as { dataIndex: number }).dataIndex];
          return at ? tip(at.label, [[xLabel, format(at.x, 0)], [yLabel, format(at.y, 0)]]) : "";
        },
      },
      xAxis: axis(inLines(xLabel, width - 100).join("\n"), 30),
      yAxis: axis(inLines(yLabel, high - 90).join("\n"), 44),
      series: [{
        type: "scatter" as const, data: drawn.map((p) => [p.x, p.y]), emphasis: { disabled: true },
        symbolSize: (_: unknown, p: { dataIndex: number }) => 4 + 26 * Math.sqrt((drawn[p.dataIndex]?.weight ?? 0) / heaviest),
        itemStyle: { color: colour("plain"), opacity: 0.55, borderColor: PAGE, borderWidth: 0.75 },
        label: {
          show: true, position: "top" as const, color: INK, ...HALO, opacity: 1, fontSize: 11, lineHeight: LINE - 1,
          formatter: (p: { dataIndex: number }) =>
            p.dataIndex < (narrow ? LABELLED_NARROW : LABELLED) ? inLines(drawn[p.dataIndex]?.label ?? "", narrow ? 130 : 230).join("\n") : "",
        },
        // Within the picture, also beside its edges.
        labelLayout: ({ labelRect: { x, width: wide } }: { labelRect: { x: number; width: number } }) => ({
          dx: Math.max(2 - x, 0) + Math.min(width - 2 - x - wide, 0), hideOverlap: true,
        }),
      }],
    }),
  };
}
