import type { Option } from "./echarts";
import type { Flow, Setting, Texts } from "./model";
import { base, colour, decimals, FONT, format, HALO, INK, inLines, largest, LINE, SIZE, textWidth, tip, withUnit } from "./look";

/** One colour an industry that begins a chain, one for those that end it, one for those between. */
const ROLES = ["source", "target", "between"] as const;
type Role = (typeof ROLES)[number];

function roles({ nodes, links }: Flow): (label: string) => Role {
  const labels = (end: "from" | "to") => new Set(nodes.filter((node) => !links.some((link) => link[end] === node.id)).map((n) => n.label));
  const [sources, targets] = [labels("to"), labels("from")];
  return (label) => (targets.has(label) ? "target" : sources.has(label) ? "source" : "between");
}

/** The key at the top, on as many lines as it needs. */
function key(texts: Texts, width: number) {
  let [left, top] = [4, 4];
  const elements = ROLES.flatMap((role) => {
    const text = texts[role];
    const wide = textWidth(text) + 44;
    if (left > 4 && left + wide > width) [left, top] = [4, top + 20];
    const at = left;
    left += wide;
    return [
      { type: "rect" as const, left: at, top, shape: { width: 12, height: 12 }, style: { fill: colour(role) } },
      { type: "text" as const, left: at + 18, top, style: { text, fill: INK, fontSize: SIZE, fontFamily: FONT } },
    ];
  });
  return { elements, room: top + 32 };
}

/** Bands from left to right, as wide as the value they carry. */
export function flow(chart: Flow, { width, texts }: Setting): { height: number; minWidth: number; option: Option } {
  const { unit, nodes, links } = chart;
  const stages = Math.max(...nodes.map((node) => node.stage)) + 1;
  const column = (width - 20) / stages;
  const wraps = new Map(nodes.map((node) => [node.id, inLines(node.label, column * 0.6)]));
  const label = new Map(nodes.map((node) => [node.id, node.label]));
  const roleOf = roles(chart);
  const places = decimals(largest(links.map((link) => link.value)));
  const head = key(texts, width);
  // A label is as high as its lines, however little flows through its node.
  const gap = Math.max(18, LINE * Math.max(...[...wraps.values()].map((lines) => lines.length)) + 2);
  const crowd = Math.max(...Array.from({ length: stages }, (_, s) => nodes.filter((n) => n.stage === s).length)) * Math.max(46, gap + 16);
  return {
    height: head.room + Math.max(240, crowd),
    minWidth: stages * 150,
    option: base({
      graphic: { elements: head.elements },
      tooltip: {
        trigger: "item",
        formatter: (p) => {
          const at = p as unknown as { dataType: string; name: string; value: number; data: { source: string; target: string } };
          const figure = [["", withUnit(format(at.value, places), unit)]];
          return at.dataType === "edge"
            ? tip(`${label.get(at.data.source) ?? ""} → ${label.get(at.data.target) ?? ""}`, figure)
            : tip(label.get(at.name) ?? at.name, figure);
        },
      },
      series: [{
        type: "sankey" as const, left: 4, right: column * 0.64, top: head.room, bottom: 10, nodeWidth: 12, nodeGap: gap, draggable: false,
        emphasis: { disabled: true }, nodeAlign: "left" as const,
        data: nodes.map((node) => ({ name: node.id, depth: node.stage, itemStyle: { color: colour(roleOf(node.label)), borderWidth: 0 } })),
        links: links.map((link) => ({ source: link.from, target: link.to, value: link.value ?? 0 })),
        lineStyle: { color: colour("flow"), opacity: 0.5, curveness: 0.5 },
        label: {
          color: INK, ...HALO, fontSize: SIZE, lineHeight: LINE,
          formatter: (p: { name: string }) => (wraps.get(p.name) ?? [p.name]).join("\n"),
        },
      }],
    }),
  };
}
