import { fitted } from "./draw";
import { open, type Drawn } from "./echarts";
import { save } from "./leave";
import type { Chart, Texts } from "./model";

/** Draws the pictures of a report, each from the data that stand beside it, and again for paper. */

const PAPER_WIDTH = 670;

interface Data {
  title: string;
  file: string;
  unit: string;
  source: string;
  colours: number[];
  texts: Texts;
  chart: Chart;
}

class Figure {
  readonly #canvas: HTMLElement;
  readonly #note: HTMLElement;
  readonly #data: Data;
  readonly #chart: Drawn;
  #room = 0;

  constructor(element: Element) {
    const part = (name: string) => element.querySelector<HTMLElement>(name) ?? document.createElement("p");
    this.#canvas = part(".canvas");
    this.#note = part(".note");
    this.#data = JSON.parse(part("script").textContent ?? "{}") as Data;
    this.#chart = open(this.#canvas);
    part(".tools").hidden = false;
    element.querySelectorAll<HTMLElement>("[data-save]").forEach((button) => button.addEventListener("click", () =>
      void save(this.#data, this.#data.file, button.dataset.save === "png" ? "png" : "svg")));
  }

  fit(): void {
    const room = this.#canvas.parentElement?.clientWidth ?? 0;
    if (room && room !== this.#room) {
      this.#room = room;
      this.draw(room, false);
    }
  }

  again(): void {
    this.draw(this.#room, false);
  }

  draw(room: number, paper: boolean): void {
    const { chart, texts, colours } = this.#data;
    const { width, height, note, option } = fitted(chart, { width: room, paper, texts, colours });
    this.#canvas.style.width = width > room ? `${width}px` : "";
    this.#canvas.style.height = `${height}px`;
    this.#chart.resize({ width, height, silent: true });
    this.#chart.setOption(option, { notMerge: true });
    this.#chart.getZr().flush();
    this.#canvas.querySelector("svg")?.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#note.textContent = note ?? "";
    this.#note.hidden = !note;
  }
}

const figures = [...document.querySelectorAll("figure.chart")].map((element) => new Figure(element));
const watch = new ResizeObserver(() => requestAnimationFrame(() => figures.forEach((figure) => figure.fit())));
figures.forEach((figure) => figure.fit());
watch.observe(document.body);

addEventListener("beforeprint", () => {
  watch.disconnect();
  figures.forEach((figure) => figure.draw(PAPER_WIDTH, true));
});
addEventListener("afterprint", () => {
  figures.forEach((figure) => figure.again());
  watch.observe(document.body);
});
