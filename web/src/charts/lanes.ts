import { geoDistance, geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import type { MultiPoint, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/land-110m.json";
import type { CustomSeriesRenderItemReturn, Option } from "./echarts";
import { colour, base, decimals, FONT, format, HAIR, INK, largest, MUTED, NARROW, PAGE, RULE, SIZE, textWidth, tip, withUnit } from "./look";
import type { LaneMap, Place, Setting, Way } from "./model";

/** Equal Earth around what is drawn: land of Natural Earth (1:110m), lanes as wide as what they carry, straits and ports. */

type Spot = [number, number];

/** Something drawn, and what is told of it when pointed at. */
interface Drawn {
  element: object;
  told?: string;
}

const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;
const LAND = feature(topology, topology.objects.land);
/** Beyond this much of the globe all of it is shown. */
const WHOLE = 250;
/** Of the widest line, to count on a narrow map. */
const MUCH = 0.1;
const EUROPE = 11;
const PACIFIC = 150;
const WIDEST = 7;
const NARROWEST = 0.8;
const TEXT = 11.5;

const STROKE: Record<Way, { stroke: string; opacity: number; lineDash?: number[] }> = {
  open: { stroke: colour("c1"), opacity: 0.85 },
  left: { stroke: MUTED, opacity: 0.6, lineDash: [3, 3] },
  round: { stroke: colour("c3"), opacity: 0.9 },
  cut: { stroke: colour("c2"), opacity: 0.9, lineDash: [9, 5] },
};

/** The middle of the least arc of longitude that holds all points, and how long it is. */
function span(points: Spot[]): { middle: number; degrees: number } {
  const around = [...new Set(points.map(([lon]) => Math.round(lon)))].sort((a, b) => a - b);
  let [from, gap] = [0, -1];
  around.forEach((lon, k) => {
    const next = around[k + 1] ?? (around[0] ?? 0) + 360;
    if (next - lon > gap) [from, gap] = [next, next - lon];
  });
  const degrees = 360 - gap;
  return { middle: from + degrees / 2, degrees };
}

/** The middle of the usual map of the world, round Europe or round the Pacific, that is nearer to where most is carried. */
function usual(layers: LaneMap["layers"]): number {
  let [east, north] = [0, 0];
  for (const { value, points } of layers.flatMap((layer) => layer.lines)) {
    for (const [lon] of points) {
      east += (value || 1) * Math.cos((lon * Math.PI) / 180);
      north += (value || 1) * Math.sin((lon * Math.PI) / 180);
    }
  }
  const most = (Math.atan2(north, east) * 180) / Math.PI;
  const from = (middle: number) => Math.abs(((most - middle + 540) % 360) - 180);
  return from(EUROPE) < from(PACIFIC) ? EUROPE : PACIFIC;
}

function project(layers: LaneMap["layers"], width: number, wished: number | undefined, edge: number): { on: GeoProjection; height: number } {
  const lines = layers.flatMap((layer) => layer.lines);
  // A narrow map shows where most is carried.
  const least = width < NARROW ? largest(lines.map((line) => line.value)) * MUCH : 0;
  const points = lines.filter(({ value }) => (value ?? 0) >= least).flatMap((line) => line.points);
  const { middle: own, degrees } = span(points);
  const whole = degrees > WHOLE;
  const middle = whole ? usual(layers) : own;
  const seen: Spot[] = whole ? [...points, [middle - 175, 0], [middle + 175, 0]] : points;
  const at: MultiPoint = { type: "MultiPoint", coordinates: seen as Position[] };
  const on = geoEqualEarth().rotate([-middle, 0]);
  const [[x0, y0], [x1, y1]] = geoPath(on.fitWidth(width - 2 * edge, at)).bounds(at);
  const height = wished ?? Math.round(Math.min(Math.max(y1 - y0 + 2 * edge, width * 0.42), Math.max(width * 0.7, 340)));
  const flat = x1 - x0 > 0 && y1 - y0 > 0;
  return { on: (flat ? on.fitExtent([[edge, edge], [width - edge, height - edge]], at) : on).clipExtent([[0, 0], [width, height]]), height };
}

interface Box { x: number; y: number; w: number; h: number }
const apart = (a: Box, b: Box) => a.x + a.w < b.x || b.x + b.w < a.x || a.y + a.h < b.y || b.y + b.h < a.y;

/** Names beside their places, the weightiest first; one that finds no room is left to the tooltip. */
class Names {
  readonly #taken: Box[] = [];
  constructor(readonly width: number, readonly height: number) {}

  mark(x: number, y: number, r: number): void {
    this.#taken.push({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });
  }

  place(text: string, x: number, y: number, weight: number): { x: number; y: number } | null {
    const [w, h, gap] = [textWidth(text, TEXT, weight) + 2, TEXT + 3, 8];
    for (const [dx, dy] of [[gap, -h / 2], [-gap - w, -h / 2], [-w / 2, gap], [-w / 2, -gap - h], [gap, gap / 2], [-gap - w, gap / 2],
      [gap, -h - gap / 2], [-gap - w, -h - gap / 2]] as const) {
      const box = { x: x + dx, y: y + dy, w, h };
      const inside = box.x > 2 && box.y > 2 && box.x + w < this.width - 2 && box.y + h < this.height - 2;
      if (inside && this.#taken.every((other) => apart(box, other))) {
        this.#taken.push(box);
        return box;
      }
    }
    return null;
  }
}

const cross = (x: number, y: number, r: number) => `M${x - r},${y - r}L${x + r},${y + r}M${x - r},${y + r}L${x + r},${y - r}`;

function key(layers: { name: string; way: Way }[], width: number) {
  let [left, top] = [4, 4];
  const elements = layers.flatMap(({ name, way }) => {
    const wide = textWidth(name) + 54;
    if (left > 4 && left + wide > width) [left, top] = [4, top + 20];
    const at = left;
    left += wide;
    return [
      { type: "line" as const, silent: true, shape: { x1: at, y1: top + 7, x2: at + 26, y2: top + 7 }, style: { ...STROKE[way], lineWidth: 3 } },
      { type: "text" as const, silent: true, x: at + 33, y: top, style: { text: name, fill: INK, fontSize: SIZE, fontFamily: FONT } },
    ];
  });
  return { elements, room: layers.length ? top + 26 : 0 };
}

export function lanes(chart: LaneMap, { width, height: wished, paper }: Setting): { height: number; option: Option } {
  const shown = chart.layers.filter((layer) => layer.lines.length > 0);
  const head = key(shown, width);
  const { on, height } = project(shown, width, wished && wished - head.room, width < NARROW ? 18 : 34);
  const path = geoPath(on).digits(1);
  const most = largest(shown.flatMap((layer) => layer.lines.map((line) => line.value))) || 0;
  const places = decimals(largest(chart.places.map((place) => place.value)) || most);
  const said = (value: number | null) => (value ? withUnit(format(value, places), chart.unit.startsWith("%") ? "%" : "") : "");
  const y = head.room;
  const land: Drawn = { element: { type: "path", y, silent: true, shape: { pathData: path(LAND) ?? "" }, style: { fill: HAIR, stroke: RULE, lineWidth: 0.7 } } };
  const ways = shown.flatMap(({ name, way, lines }) => [...lines].sort((a, b) => (a.value ?? 0) - (b.value ?? 0)).map(({ value, points }): Drawn => ({
    told: tip(name, [["", said(value)]]),
    element: {
      type: "path", y, shape: { pathData: path({ type: "LineString", coordinates: points }) ?? "" },
      style: {
        fill: "none", ...STROKE[way], lineCap: STROKE[way].lineDash ? "butt" : "round", lineJoin: "round",
        lineWidth: most && value ? NARROWEST + (WIDEST - NARROWEST) * Math.sqrt(value / most) : 2.5,
      },
    },
  })));
  return { height: y + height, option: picture([land, ...ways, ...marks(chart, on, width, height, y, paper, said)], head.elements) };
}

function picture(drawn: Drawn[], key: object[]): Option {
  const at = (p: unknown) => drawn[(p as { dataIndex: number }).dataIndex];
  return base({
    graphic: { elements: key },
    tooltip: { trigger: "item", formatter: (p) => at(p)?.told ?? "" },
    series: [{ type: "custom", coordinateSystem: "none", data: drawn.map((_, k) => k), renderItem: (p) => (at(p)?.element ?? null) as CustomSeriesRenderItemReturn }],
  });
}

const ORDER = { closed: 0, strait: 1, port: 2 };

function marks(chart: LaneMap, on: GeoProjection, width: number, height: number, y: number, paper: boolean, said: (value: number | null) => string): Drawn[] {
  const names = new Names(width, height);
  const centre = on.invert?.([width / 2, height / 2]) ?? [0, 0];
  const seen = chart.places
    .filter((place) => geoDistance(centre, place.at) < 2.6)
    .map((place) => ({ place, at: on(place.at) }))
    .filter((one): one is { place: Place; at: Spot } => one.at !== null && one.at[0] > 0 && one.at[0] < width && one.at[1] > 0 && one.at[1] < height)
    .sort((a, b) => ORDER[a.place.sign] - ORDER[b.place.sign] || (b.place.value ?? 0) - (a.place.value ?? 0));
  seen.forEach(({ at: [x, top] }) => names.mark(x, top, 3));
  return seen.flatMap(({ place, at: [x, top] }) => {
    const figure = said(place.value);
    const closed = place.sign === "closed";
    const port = place.sign === "port";
    const sign: Drawn = { told: tip(place.label, [["", figure]]), element: closed
      ? { type: "path", y, shape: { pathData: cross(x, top, 6) }, style: { fill: "none", stroke: colour("c2"), lineWidth: 3.5 } }
      : { type: "circle", y, shape: { cx: x, cy: top, r: port ? 2.2 : 4 },
        style: { fill: port ? MUTED : PAGE, stroke: port ? PAGE : INK, lineWidth: port ? 0.7 : 1.6 } } };
    const text = port || !figure ? place.label : `${place.label} ${figure}`;
    const weight = closed ? 700 : port ? 400 : 600;
    const room = port && width < NARROW && !paper ? null : names.place(text, x, top, weight);
    if (!room) return [sign];
    return [sign, { element: { type: "text", silent: true, x: room.x, y: y + room.y, style: {
      text, fill: closed ? colour("c2") : port ? MUTED : INK, stroke: PAGE, lineWidth: 3, fontSize: TEXT, fontWeight: weight, fontFamily: FONT } } }];
  });
}
