import { fitted, layout } from "./draw";
import { text } from "./echarts";
import { FONT, inLines } from "./look";
import type { Chart, Texts } from "./model";

/** A picture that leaves its page: 16:9, with what was asked, its unit, its source and the date, in the colours of paper. */

export interface Leaving {
  chart: Chart;
  title: string;
  unit: string;
  /** Where the figures are from, and whether they are estimates. */
  source: string;
  texts: Texts;
  colours?: number[];
}

const WIDTH = 1280;
const HEIGHT = 720;
const EDGE = 40;
/** Narrower than this a chart is laid out for a narrow screen. */
const LEAST = 820;

export function standalone({ chart, title, unit, source, texts, colours }: Leaving): string {
  const room = WIDTH - 2 * EDGE;
  const head = inLines(title, room, 24, 650);
  const below = layout(chart, { width: room, paper: false, texts }).note ?? "";
  const small = [below, `${source} ${new Date().toISOString().slice(0, 10)}`].filter((said) => said !== "").flatMap((said) => inLines(said, room, 13));
  const top = EDGE + head.length * 30 + (unit ? 26 : 6);
  const bottom = HEIGHT - 24 - small.length * 18;
  const high = bottom - top - 12;
  const { drawing, width, height } = within(chart, room, high, texts, colours);
  const scale = Math.min(room / width, high / height);
  const line = (said: string, y: number, size: number, weight: number, ink: string) =>
    `<text x="${EDGE}" y="${y}" font-size="${size}" font-weight="${weight}" fill="var(--${ink})">${escaped(said)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${escaped(FONT)}">`
    + `<rect width="100%" height="100%" fill="var(--page)"/>`
    + head.map((said, k) => line(said, EDGE + 14 + k * 30, 24, 650, "ink")).join("")
    + (unit ? line(unit, EDGE + 12 + head.length * 30, 15, 400, "muted") : "")
    + `<g transform="translate(${EDGE} ${top}) scale(${scale.toFixed(4)})">${drawing}</g>`
    + small.map((said, k) => line(said, bottom + 18 * (k + 1), 13, 400, "muted")).join("") + "</svg>";
  return onPaper(svg);
}

/** Drawn so wide that, made as small or as large as fits, it has the height that there is. */
function within(chart: Chart, room: number, high: number, texts: Texts, colours?: number[]) {
  const setting = { paper: false, texts, height: high, ...(colours && { colours }) };
  let drawn = fitted(chart, { ...setting, width: room });
  for (let k = 0; k < 4 && drawn.height > high * (drawn.width / room); k++) {
    drawn = fitted(chart, { ...setting, width: Math.ceil(Math.max(drawn.width * 1.05, room * Math.sqrt(drawn.height / high))) });
  }
  while (drawn.width === room || drawn.width > LEAST) {
    const narrower = fitted(chart, { ...setting, width: Math.floor(drawn.width * 0.94) });
    if (narrower.width >= drawn.width || narrower.width < LEAST || narrower.height > high * (narrower.width / room)) break;
    drawn = narrower;
  }
  return { drawing: text(drawn.option, drawn.width, drawn.height), width: drawn.width, height: drawn.height };
}

function escaped(said: string): string {
  return said.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Variables do not leave the page: their values for paper are written in. */
function onPaper(svg: string): string {
  const paper = document.createElement("div");
  paper.className = "paper";
  paper.hidden = true;
  document.body.append(paper);
  const style = getComputedStyle(paper);
  const found = svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  paper.remove();
  return found;
}

export async function save(leaving: Leaving, file: string, as: "svg" | "png"): Promise<void> {
  const svg = standalone(leaving);
  offer(as === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await raster(svg), `${file}.${as}`);
}

async function raster(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * WIDTH, 2 * HEIGHT];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("The browser made no picture"))), "image/png"));
}

export function offer(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
