import type { Row } from "./api";

/** Saves what stands on the page: a drawing as SVG with its colours written out or as PNG at twice the size, rows as CSV. */

const INHERITED = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-anchor", "opacity"];

const SVG = "http://www.w3.org/2000/svg";
const TITLE = 34;
const SOURCE = 28;
const EDGE = 16;

/** A figure as it stands, with its title, its legend and its source: it may be met without this page. */
export async function saveFigure(frame: HTMLElement, name: string, as: "svg" | "png"): Promise<void> {
  const picture = frame.querySelector<HTMLElement>(".picture");
  const drawing = picture?.querySelector("svg");
  if (!picture || !drawing) return;
  const { clientWidth: width, clientHeight: height } = drawing;
  const from = drawing.getBoundingClientRect();
  const legends = [...picture.querySelectorAll(".legend")];
  const room = legends.length ? Math.max(...legends.map((one) => one.getBoundingClientRect().bottom)) - from.bottom : 0;
  const [wide, high] = [Math.max(width, picture.clientWidth), TITLE + height + room + SOURCE];
  const whole = shape("svg", { xmlns: SVG, width: wide + 2 * EDGE, height: high, viewBox: `${-EDGE} 0 ${wide + 2 * EDGE} ${high}` });
  whole.append(shape("rect", { x: -EDGE, width: wide + 2 * EDGE, height: high, fill: colour("--paper") }));
  whole.append(words(frame.querySelector("h2"), 0, 24));
  const copy = standalone(drawing);
  copy.setAttribute("y", String(TITLE));
  whole.append(copy);
  for (const legend of legends) whole.append(...legendOf(legend, from.left, from.top - TITLE));
  whole.append(words(frame.querySelector(".source"), 0, high - 10));
  const text = new Blob([new XMLSerializer().serializeToString(whole)], { type: "image/svg+xml" });
  offer(as === "svg" ? text : await raster(text, wide + 2 * EDGE, high), `${name}.${as}`);
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name);

/** The words of a part of the page, in its letters, on one line. */
function words(of: Element | null, x: number, y: number, said = of?.textContent ?? ""): SVGElement {
  const style = of && getComputedStyle(of);
  const made = shape("text", { x, y, fill: style?.color ?? "", "font-size": style?.fontSize ?? "", "font-weight": style?.fontWeight ?? "",
    "font-family": style?.fontFamily ?? "" });
  made.textContent = said.trim().replace(/\s+/g, " ");
  return made;
}

/** The fields and words of a legend, each where it stands on the page. */
function legendOf(legend: Element, left: number, top: number): SVGElement[] {
  const fields = [...legend.querySelectorAll("i")].map((field) => {
    const [at, style] = [field.getBoundingClientRect(), getComputedStyle(field)];
    return shape("rect", { x: at.left - left, y: at.top - top, width: at.width, height: at.height, fill: style.backgroundColor,
      stroke: colour("--rule"), "stroke-width": parseFloat(style.borderTopWidth) || 0 });
  });
  const walk = document.createTreeWalker(legend, NodeFilter.SHOW_TEXT);
  const said: SVGElement[] = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.textContent?.trim() || !node.parentElement) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const at = range.getBoundingClientRect();
    said.push(words(node.parentElement, at.left - left, at.bottom - top - at.height * 0.25, node.textContent));
  }
  return [...fields, ...said];
}

/** The drawing without its page: styles computed here are written into each shape. */
function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const to = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  from.forEach((one, k) => {
    const style = getComputedStyle(one);
    for (const property of INHERITED) to[k]?.style.setProperty(property, style.getPropertyValue(property));
  });
  const { clientWidth: width, clientHeight: height } = svg;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return copy;
}

/** Rows as a CSV file in a link, in the server's form: names of fields, full precision, empty where there is nothing. */
export function csvLink(rows: Row[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: Row[string] | undefined) => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [fields, ...rows.map((row) => fields.map((field) => row[field]))].map((line) => line.map(cell).join(",") + "\n");
  return `data:text/csv;charset=utf-8,${encodeURIComponent(lines.join(""))}`;
}

async function raster(drawing: Blob, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("The browser made no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function offer(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
