(() => {
  const PAPER_WIDTH = 670;
  const light = getComputedStyle(document.querySelector(".paper"));

  class Figure {
    constructor(element) {
      this.element = element;
      this.canvas = element.querySelector(".canvas");
      this.note = element.querySelector(".note");
      this.data = JSON.parse(element.querySelector("script").textContent);
      this.chart = echarts.init(this.canvas, null, { renderer: "svg", width: 1, height: 1 });
      element.querySelector(".tools").hidden = false;
      element.querySelectorAll("[data-save]").forEach(button =>
        button.addEventListener("click", () => this.save(button.dataset.save)));
    }

    fit() {
      const room = this.canvas.parentElement.clientWidth;
      if (room && room !== this.room) {
        this.room = room;
        this.draw(room, false);
      }
    }

    draw(room, paper) {
      const draw = charts[this.data.kind];
      const minWidth = paper ? 0 : draw(this.data, room, paper).minWidth ?? 0;
      const width = Math.max(room, minWidth);
      const { option, height, note } = draw(this.data, width, paper);
      this.canvas.style.width = width > room ? `${width}px` : "";
      this.canvas.style.height = `${height}px`;
      this.chart.resize({ width, height, silent: true });
      this.chart.setOption(option, { notMerge: true });
      this.chart.getZr().flush();
      this.canvas.querySelector("svg").setAttribute("viewBox", `0 0 ${width} ${height}`);
      this.note.textContent = note ?? "";
      this.note.hidden = !note;
    }

    async save(type) {
      const svg = this.standalone();
      const blob = new Blob([svg.text], { type: "image/svg+xml" });
      offer(type === "svg" ? blob : await asPng(svg), `${this.data.file}.${type}`);
    }

    /* The picture with its title, unit and origin, in the colours of paper. */
    standalone() {
      const inner = this.canvas.querySelector("svg");
      const [, , width, height] = inner.getAttribute("viewBox").split(" ").map(Number);
      const drawing = new XMLSerializer().serializeToString(inner);
      const caption = this.element.querySelector("figcaption .unit").textContent;
      const origin = document.body.dataset.origin;
      const line = (text, y, size, weight, fill) =>
        `<text x="16" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`;
      const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 32}" height="${height + 100}" font-family="${escaped(charts.FONT)}">`
        + `<rect width="100%" height="100%" fill="var(--page)"/>`
        + line(this.data.title, 30, 16, 600, "var(--ink)") + line(caption, 50, 12, 400, "var(--muted)")
        + `<g transform="translate(16 64)">${drawing}</g>` + line(origin, height + 86, 11, 400, "var(--muted)") + "</svg>";
      return {
        width: width + 32, height: height + 100,
        text: text.replace(/var\((--[\w-]+)\)/g, (_, name) => light.getPropertyValue(name).trim())
      };
    }
  }

  function escaped(text) {
    return text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
  }

  async function asPng(svg) {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg.text);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * svg.width;
    canvas.height = 2 * svg.height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(done => canvas.toBlob(done, "image/png"));
  }

  function offer(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /* Tables: the whole CSV is in the page. */
  for (const button of document.querySelectorAll("[data-csv]")) {
    button.closest(".tools").hidden = false;
    button.addEventListener("click", () => {
      const data = document.querySelector(`[data-csv-of="${CSS.escape(button.dataset.csv)}"]`);
      offer(new Blob([JSON.parse(data.textContent)], { type: "text/csv;charset=utf-8" }), button.dataset.csv);
    });
  }

  /* A definition opens under its column head. */
  for (const button of document.querySelectorAll("[popovertarget]")) {
    const box = document.getElementById(button.getAttribute("popovertarget"));
    box.addEventListener("toggle", event => {
      if (event.newState !== "open") return;
      const head = button.getBoundingClientRect();
      const left = Math.min(head.left, document.documentElement.clientWidth - box.offsetWidth - 16);
      const below = head.bottom + 6;
      const above = head.top - box.offsetHeight - 6;
      box.style.left = `${Math.max(16, left)}px`;
      box.style.top = `${below + box.offsetHeight > innerHeight && above > 0 ? above : below}px`;
    });
  }
  addEventListener("scroll", () => document.querySelector(".definition:popover-open")?.hidePopover(), { passive: true });

  const figures = [...document.querySelectorAll("figure.chart")].map(element => new Figure(element));
  const watch = new ResizeObserver(() => requestAnimationFrame(() => figures.forEach(figure => figure.fit())));
  figures.forEach(figure => figure.fit());
  watch.observe(document.body);

  const opened = [];
  addEventListener("beforeprint", () => {
    watch.disconnect();
    opened.push(...document.querySelectorAll("details:not([open])"));
    opened.forEach(details => { details.open = true; });
    figures.forEach(figure => figure.draw(PAPER_WIDTH, true));
  });
  addEventListener("afterprint", () => {
    opened.splice(0).forEach(details => { details.open = false; });
    figures.forEach(figure => figure.draw(figure.room, false));
    watch.observe(document.body);
  });
})();
