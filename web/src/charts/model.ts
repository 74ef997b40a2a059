/** A chart as data, as the server says it: over HTTP, in a file, and within a report. A value without meaning is null. */
export type Value = number | null;

export interface Series {
  name: string;
  values: Value[];
  /** Ends of a band about each value. */
  low?: Value[];
  high?: Value[];
}

/** One bar a label and series, in the order given. */
export interface Bars {
  kind: "bars";
  unit: string;
  labels: string[];
  series: Series[];
}

/** One line a series over the labels; `over` says what they are, where they are not years. */
export interface Lines {
  kind: "lines";
  unit: string;
  over: string;
  labels: string[];
  series: Series[];
}

/** `values[row][column]`. */
export interface HeatMap {
  kind: "heatmap";
  unit: string;
  rows: string[];
  columns: string[];
  values: Value[][];
}

/** Nodes by stage, 0 being the source, and links between neighbours. */
export interface Flow {
  kind: "flow";
  unit: string;
  nodes: { id: string; label: string; stage: number }[];
  links: { from: string; to: string; value: Value }[];
}

/** Both axes are logarithmic. */
export interface Points {
  kind: "points";
  x: string;
  y: string;
  points: { label: string; x: Value; y: Value; weight: Value }[];
}

/** What becomes of those who sail a lane: as usual, no longer, there instead, or without any way left. */
export type Way = "open" | "left" | "round" | "cut";

export interface Place {
  label: string;
  sign: "port" | "strait" | "closed";
  at: [number, number];
  value: Value;
}

/** A map: lines over the seas by longitude and latitude, with what goes along them, and named places. */
export interface LaneMap {
  kind: "lanes";
  unit: string;
  layers: { name: string; way: Way; lines: { value: Value; points: [number, number][] }[] }[];
  places: Place[];
}

export type Chart = Bars | Lines | HeatMap | Flow | Points | LaneMap | { kind: "none" };

/** The words that stand within a picture and that its data do not bring. */
export interface Texts {
  source: string;
  target: string;
  between: string;
  note: string;
  zero: string;
}

export interface Setting {
  width: number;
  /** As high as this where the picture can choose. */
  height?: number;
  /** Closer together, for print. */
  paper: boolean;
  texts: Texts;
  /** The colours 1 to 8 of the series; in their order if left out. */
  colours?: number[];
}

/** Whether there is something to see. */
export function isEmpty(chart: Chart): boolean {
  switch (chart.kind) {
    case "none":
      return true;
    case "bars":
    case "lines":
      return chart.labels.length === 0 || chart.series.length === 0;
    case "heatmap":
      return chart.rows.length === 0 || chart.columns.length === 0;
    case "flow":
      return chart.links.length === 0;
    case "points":
      return chart.points.length === 0;
    case "lanes":
      return chart.layers.every((layer) => layer.lines.length === 0);
  }
}
