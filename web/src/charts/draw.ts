import { bars } from "./bars";
import type { Option } from "./echarts";
import { flow } from "./flow";
import { heatmap } from "./heatmap";
import { lanes } from "./lanes";
import { lines } from "./lines";
import type { Chart, Setting } from "./model";
import { points } from "./points";

/** A picture laid out: how high it is, how wide at least, and what stands below it. */
export interface Layout {
  height: number;
  minWidth?: number;
  note?: string;
  option: Option;
}

/** How a chart is drawn: a function of its data, its width, and whether it is for paper. */
export function layout(chart: Chart, setting: Setting): Layout {
  switch (chart.kind) {
    case "bars":
      return bars(chart, setting);
    case "lines":
      return lines(chart, setting);
    case "heatmap":
      return heatmap(chart, setting);
    case "flow":
      return flow(chart, setting);
    case "points":
      return points(chart, setting);
    case "lanes":
      return lanes(chart, setting);
    case "none":
      return { height: 0, option: {} };
  }
}

/** The same at its least width, where that is more than the room there is: it is scrolled then. */
export function fitted(chart: Chart, setting: Setting): Layout & { width: number } {
  const least = setting.paper ? 0 : (layout(chart, setting).minWidth ?? 0);
  const width = Math.max(setting.width, least);
  return { width, ...layout(chart, { ...setting, width }) };
}
