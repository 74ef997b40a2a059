import type { Option } from "./charts";
import type { FieldText } from "./api";
import { cellText } from "./format";
import type { Lang } from "./i18n.svelte";
import type { Palette } from "./palette";
import { axis, inTwoLines, short, tip, wide } from "./pictures";

/** Pictures of what a change costs: losses and gains as bars, and the days of a disruption. */

export interface Changes {
  names: string[];
  values: number[];
  /** The sign that a loss has. */
  loss: 1 | -1;
  kind: FieldText["kind"];
  lang: Lang;
}

const BAR = 28;

export function changesHeight(count: number): number {
  return count * BAR + 46;
}

/** Horizontal bars from zero: losses and gains each in their colour. */
export function changes({ names, values, loss, kind, lang }: Changes, colours: Palette, width: number): Option {
  const room = Math.min(Math.max(...names.map(wide)) + 12, width * 0.42);
  const figure = (value: unknown) => cellText(value as number, kind, lang);
  const margin = Math.max(...values.map((v) => wide(figure(v)))) + 10;
  const below = values.some((v) => v < 0) ? margin : 0;
  return {
    tooltip: tip(colours, figure),
    grid: { left: room + below, right: values.some((v) => v > 0) ? margin : 12, top: 8, bottom: 26 },
    xAxis: axis(colours, (v) => short(v, kind, lang), width < 500 ? 2 : 5),
    yAxis: { type: "category", inverse: true, data: names, axisTick: { show: false },
      axisLine: { show: false, onZero: false },
      axisLabel: { color: colours.ink, interval: 0, fontSize: 12.5, lineHeight: 14, margin: below + 8, formatter: (name: string) => inTwoLines(name, room - 10) } },
    series: [{
      type: "bar" as const,
      data: values.map((v) => ({ value: v, itemStyle: { color: colours.side(v * loss < 0 ? "gain" : "loss").full },
        label: { position: v < 0 ? ("left" as const) : ("right" as const) } })),
      barCategoryGap: "36%",
      cursor: "pointer",
      label: { show: true, color: colours.ink, fontSize: 12, formatter: (p: { value?: unknown }) => figure(p.value) },
    }],
  };
}

export interface Days {
  /** One value a day, from day 0. */
  series: { name: string; values: number[]; colour: string; filled: boolean }[];
  /** Days on which something begins or ends. */
  marks: { day: number; label: string }[];
  day: string;
  kind: FieldText["kind"];
  lang: Lang;
}

/** What is lost day by day, with the days on which the shock begins and ends. */
export function days({ series, marks, day, kind, lang }: Days, colours: Palette, width: number): Option {
  return {
    tooltip: { ...tip(colours, (v) => cellText((v as number[])[1] ?? null, kind, lang)),
      axisPointer: { type: "line", lineStyle: { color: colours.rule } } },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 18, icon: "roundRect", textStyle: { color: colours.ink },
      selectedMode: false },
    grid: { left: 58, right: 16, top: 58, bottom: 46 },
    xAxis: { type: "value", min: 0, max: "dataMax", name: day, nameLocation: "middle", nameGap: 28,
      nameTextStyle: { color: colours.muted }, axisLabel: { color: colours.muted, hideOverlap: true },
      splitNumber: width < 500 ? 4 : 8, splitLine: { show: false }, axisLine: { lineStyle: { color: colours.rule } } },
    yAxis: axis(colours, (v) => short(v, kind, lang), 4),
    series: series.map((s, k) => ({
      type: "line" as const,
      name: s.name,
      data: s.values.map((v, d) => [d, v]),
      showSymbol: false,
      symbol: "circle",
      lineStyle: { width: s.filled ? 1.5 : 2, color: s.colour, type: s.filled ? ("solid" as const) : ("dashed" as const) },
      itemStyle: { color: s.colour },
      ...(s.filled ? { areaStyle: { color: s.colour, opacity: 0.25 } } : {}),
      ...(k > 0 ? {} : {
        markLine: {
          symbol: "none", silent: true, animation: false,
          lineStyle: { color: colours.muted, type: "solid" as const, width: 1 },
          label: { color: colours.muted, fontSize: 12, position: "end" as const },
          data: marks.map((m) => ({ xAxis: m.day, label: { formatter: m.label } })),
        },
      }),
      cursor: "pointer",
    })),
  };
}
