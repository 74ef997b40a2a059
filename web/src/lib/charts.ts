import { BarChart, HeatmapChart, LineChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use, type ComposeOption, type EChartsType } from "echarts/core";
import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption, SankeySeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

/** The parts of ECharts that the pages use, drawn as SVG: sharp in print, and saved as it stands. */

use([
  BarChart, HeatmapChart, LineChart, SankeyChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer,
]);

export type Option = ComposeOption<
  | BarSeriesOption | HeatmapSeriesOption | LineSeriesOption | SankeySeriesOption
  | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;
export type Drawn = EChartsType;

export function draw(into: HTMLElement): Drawn {
  return init(into, null, { renderer: "svg" });
}
