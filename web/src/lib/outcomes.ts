import type { Option } from "./charts";
import type { FieldText } from "./api";
import { cellText } from "./format";
import type { Lang } from "./i18n.svelte";
import type { Palette } from "./palette";
import { axis, barsHeight, naming, short, steps, tip, wide } from "./pictures";

/** Pictures of what a change costs: losses and gains as bars, and the days of a disruption. */

export interface Changes {
  names: string[];
  values: number[];
  /** The sign that a loss has; without it the figures are neither loss nor gain. */
  loss?: 1 | -1;
  kind: FieldText["kind"];
  lang: Lang;
}

export function changesHeight(names: string[], width: number): number {
  return barsHeight(names, width, 46);
}

/** Horizontal bars from zero: losses and gains each in their colour. */
export function changes({ names, values, loss, kind, lang }: Changes, colours: Palette, width: number): Option {
  const figure = (value: unknown) => cellText(value as number, kind, lang);
  const margin = Math.max(...values.map((v) => wide(figure(v)))) + 10;
  const below = values.some((v) => v < 0) ? margin : 0;
  const { room, top, axis: yAxis, gap } = naming(names, colours, width, below);
  return {
    tooltip: tip(colours, figure),
    grid: { left: room, right: values.some((v) => v > 0) ? margin : 12, top: top + 8, bottom: 26 },
    xAxis: axis(colours, (v) => short(v, kind, lang), steps(width - room - margin)),
    yAxis,
    series: [{
      type: "bar" as const,
      data: values.map((v) => ({ value: v, itemStyle: { color: loss ? colours.side(v * loss < 0 ? "gain" : "loss").full : colours.muted },
        label: { position: v < 0 ? ("left" as const) : ("right" as const) } })),
      barCategoryGap: gap ?? "36%",
      cursor: "pointer",
      label: { show: true, color: colours.ink, fontSize: 12, formatter: (p: { value?: unknown }) => figure(p.value) },
    }],
  };
}

export interface Days {
  /** Production of each day over that of before, from day 0. The second run, if any, is a thinner line. */
  runs: { name: string; values: number[] }[];
  /** Days on which something begins or ends. */
  marks: { day: number; label: string }[];
  day: string;
  lang: Lang;
}

/** Production day by day against the usual, with the days on which the shock begins and ends; what is missing is filled. */
export function days({ runs, marks, day, lang }: Days, colours: Palette, width: number): Option {
  const figure = (value: unknown) => cellText(value as number, "share", lang);
  const ink = colours.side("loss").full;
  const values = runs.flatMap((run) => run.values);
  const last = Math.max(...runs.map((run) => run.values.length)) - 1;
  const named = runs.length > 1;
  const low = Math.min(...values, 0.99);
  const unit = low > 0.95 ? 0.01 : low > 0.88 ? 0.02 : low > 0.75 ? 0.05 : low > 0.5 ? 0.1 : 0.2;
  return {
    tooltip: { ...tip(colours, (v) => figure(Array.isArray(v) ? v[1] : v)),
      axisPointer: { type: "line", lineStyle: { color: colours.rule } } },
    legend: { show: named, top: 0, left: 0, orient: "vertical", itemWidth: 18, itemGap: 4, icon: "roundRect", itemHeight: 4,
      textStyle: { color: colours.ink, width: width - 40, overflow: "break" }, selectedMode: false, data: runs.map((run) => run.name) },
    grid: { left: 52, right: 20, top: named ? 82 : 26, bottom: 46 },
    xAxis: { type: "value", min: 0, max: last, name: day, nameLocation: "middle", nameGap: 28,
      nameTextStyle: { color: colours.muted }, axisLabel: { color: colours.muted, hideOverlap: true, showMaxLabel: false },
      splitNumber: width < 500 ? 4 : 8, splitLine: { show: false }, axisLine: { onZero: false, lineStyle: { color: colours.rule } } },
    yAxis: { ...axis(colours, (v) => short(v, "share", lang), 4), min: Math.floor(low / unit) * unit,
      max: Math.max(1, Math.ceil(Number((Math.max(...values) / unit).toFixed(2))) * unit), interval: unit },
    series: runs.map((run, k) => ({
      type: "line" as const,
      name: run.name,
      data: run.values.map((v, d) => [d, v]),
      showSymbol: false,
      symbol: "circle",
      symbolSize: 7,
      lineStyle: { width: k === 0 ? 2 : 1.5, color: k === 0 ? ink : colours.ink, type: k === 0 ? ("solid" as const) : ("dashed" as const) },
      itemStyle: { color: k === 0 ? ink : colours.ink },
      ...(k === 0 && {
        // From the line up to the usual: the area is the loss.
        areaStyle: { color: ink, opacity: 0.18, origin: 1 },
        markLine: {
          symbol: "none", silent: true, animation: false,
          lineStyle: { color: colours.muted, type: "dashed" as const, width: 1 },
          label: { color: colours.muted, fontSize: 12, position: "end" as const },
          data: marks.map((m) => ({ xAxis: m.day, label: { formatter: m.label } })),
        },
      }),
      cursor: "pointer",
    })),
  };
}
