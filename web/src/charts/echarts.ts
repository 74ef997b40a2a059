import type {
  BarSeriesOption, CustomSeriesOption, HeatmapSeriesOption, LineSeriesOption, SankeySeriesOption, ScatterSeriesOption,
} from "echarts/charts";
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import type {
  GraphicComponentOption, GridComponentOption, LegendComponentOption, TooltipComponentOption,
} from "echarts/components";
import { GraphicComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type ComposeOption, type EChartsType } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

/** The parts of ECharts that are used, drawn as SVG: sharp in print, and saved as it stands. */
use([
  BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart, GraphicComponent, GridComponent, LegendComponent,
  TooltipComponent, LabelLayout, SVGRenderer,
]);

export type Option = ComposeOption<
  | BarSeriesOption | CustomSeriesOption | HeatmapSeriesOption | LineSeriesOption | SankeySeriesOption | ScatterSeriesOption
  | GraphicComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;
export type Drawn = EChartsType;

export function open(into: HTMLElement): Drawn {
  return init(into, null, { renderer: "svg", width: 1, height: 1 });
}

/** The picture as the text of an SVG, without a page. */
export function text(option: Option, width: number, height: number): string {
  const box = document.createElement("div");
  const chart = init(box, null, { renderer: "svg", width, height });
  chart.setOption(option);
  chart.getZr().flush();
  const svg = box.querySelector("svg");
  const drawn = svg ? new XMLSerializer().serializeToString(svg) : "";
  chart.dispose();
  return drawn;
}
