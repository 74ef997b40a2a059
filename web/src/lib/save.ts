import type { Row } from "./api";

/** Saves what stands on the page: a drawing as SVG with its colours written out or as PNG at twice the size, rows as CSV. */

const INHERITED = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-anchor", "opacity"];

export async function saveDrawing(svg: SVGSVGElement, name: string, as: "svg" | "png"): Promise<void> {
  const text = standalone(svg);
  const drawing = new Blob([text], { type: "image/svg+xml" });
  offer(as === "svg" ? drawing : await raster(drawing, svg.clientWidth, svg.clientHeight), `${name}.${as}`);
}

/** The drawing without its page: styles computed here are written into each shape. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const to = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  from.forEach((shape, k) => {
    const style = getComputedStyle(shape);
    for (const property of INHERITED) to[k]?.style.setProperty(property, style.getPropertyValue(property));
  });
  const { clientWidth: width, clientHeight: height } = svg;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.style.background = getComputedStyle(document.documentElement).getPropertyValue("--paper");
  return new XMLSerializer().serializeToString(copy);
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
