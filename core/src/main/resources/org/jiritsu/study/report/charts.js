"use strict";
/*
 * Draws the pictures of the report. Colours are CSS variables, so that dark, light and print need no second drawing.
 * A drawing is a function of the data, the width, and whether it is for paper.
 */
const charts = (() => {
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
  const SIZE = 12;
  const NARROW = 560;
  const HEAT_CLASSES = 7;
  const LABELLED_POINTS = 14;
  const LABELLED_NARROW = 7;
  const INK = colour("ink");
  const MUTED = colour("muted");
  const RULE = colour("rule");
  const HAIR = colour("hair");

  function colour(name) {
    return `var(--${name})`;
  }

  function series(data, k) {
    return data.colours.length > 1 ? colour("c" + data.colours[k]) : colour("plain");
  }

  /* A figure without a meaning is no number in the data. */
  function known(value) {
    return Number.isFinite(value) ? value : null;
  }

  function largest(values) {
    return Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  }

  function decimals(largestValue) {
    return largestValue >= 100 ? 0 : largestValue >= 10 ? 1 : 2;
  }

  function format(value, places) {
    return value === null ? "–" : value.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
  }

  /* In an axis or a cell: 1, 0.05, 20k, 1.5M. */
  function short(value) {
    const size = Math.abs(value);
    if (size >= 1e6) return `${+(value / 1e6).toPrecision(3)}M`;
    if (size >= 1e4) return `${+(value / 1e3).toPrecision(3)}k`;
    return String(+value.toPrecision(6));
  }

  /* The first words of a unit stand behind a figure; the whole unit stands in the caption. */
  function withUnit(text, unit) {
    return unit.startsWith("%") ? text + "%" : `${text} ${unit}`;
  }

  let pen;
  function textWidth(text) {
    pen ??= document.createElement("canvas").getContext("2d");
    pen.font = `${SIZE}px ${FONT}`;
    return pen.measureText(text).width;
  }

  function widest(texts) {
    return Math.max(0, ...texts.map(textWidth));
  }

  /* Built as elements, never as HTML: labels may hold anything. */
  function tip(title, rows) {
    const box = document.createElement("section");
    const head = document.createElement("p");
    head.textContent = title;
    box.append(head);
    for (const cells of rows) {
      const row = document.createElement("div");
      for (const text of cells) {
        const cell = document.createElement("span");
        cell.textContent = text;
        row.append(cell);
      }
      box.append(row);
    }
    return box;
  }

  function base(option) {
    return {
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: SIZE, color: INK },
      ...option,
      tooltip: {
        confine: true, className: "tip", backgroundColor: colour("page"), borderColor: RULE, borderWidth: 1, padding: [8, 12],
        textStyle: { color: INK, fontSize: 13 }, transitionDuration: 0, ...option.tooltip
      }
    };
  }

  function valueAxis(more) {
    return {
      type: "value", axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: HAIR } },
      axisLabel: { color: MUTED, formatter: short, hideOverlap: true }, ...more
    };
  }

  function labelAxis(more) {
    return { type: "category", axisLine: { lineStyle: { color: RULE } }, axisTick: { show: false }, ...more };
  }

  /* Keeps a label readable over what it lies on. */
  const HALO = { textBorderColor: colour("page"), textBorderWidth: 2.5 };

  function legend(names) {
    return {
      show: names.length > 1, top: 0, left: 0, icon: "rect", itemWidth: 12, itemHeight: 12, itemGap: 20, selectedMode: false,
      textStyle: { color: INK, fontSize: SIZE }, data: names
    };
  }

  function bars(data, width, paper) {
    const { unit, labels, series: runs } = data.chart;
    const all = runs.flatMap(run => run.values).filter(Number.isFinite);
    const places = all.every(Number.isInteger) ? 0 : decimals(largest(all));
    const names = runs.map(run => run.name);
    const room = Math.min(widest(labels) + 4, width * 0.4);
    const top = runs.length > 1 ? (width < NARROW ? 24 * runs.length : 32) : 4;
    const thickness = runs.length === 1 ? 16 : paper ? 7 : 11;
    const lines = 1 + Math.floor(1.1 * widest(labels) / room);
    const pitch = Math.max(lines * 15 + 8, runs.length * (thickness + 2) + (paper ? 5 : 10));
    const height = top + 8 + labels.length * pitch;
    const figures = runs.flatMap(run => run.values.map(v => format(known(v), places)));
    return {
      height,
      option: base({
        grid: { left: room + 10, right: widest(figures) + 12, top, bottom: 8, outerBoundsMode: "none" },
        legend: { ...legend(names), orient: width < NARROW ? "vertical" : "horizontal", itemGap: width < NARROW ? 6 : 20 },
        tooltip: {
          trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: "rgba(128,140,155,0.14)" } },
          formatter: at => tip(at[0].name, at.map(p => [p.seriesName, withUnit(format(known(p.value), places), unit)]))
        },
        xAxis: valueAxis({ axisLabel: { show: false }, splitLine: { show: false } }),
        yAxis: labelAxis({
          data: labels, inverse: true,
          axisLabel: { color: INK, width: room, overflow: "break", lineHeight: 15, interval: 0 }
        }),
        series: runs.map((run, k) => ({
          name: run.name, type: "bar", data: run.values.map(known), barWidth: thickness, barGap: "20%",
          itemStyle: { color: series(data, k) }, emphasis: { disabled: true },
          label: { show: true, position: "right", color: k ? MUTED : INK, fontSize: paper ? 9 : 11, formatter: p => format(known(p.value), places) }
        }))
      })
    };
  }

  /* Years lie on a true scale of time where they can. */
  function timeAxis(years) {
    const numbers = years.map(Number);
    const rising = numbers.every((year, k) => Number.isInteger(year) && (k === 0 || year > numbers[k - 1]));
    const look = { axisLabel: { color: MUTED }, splitLine: { show: false } };
    if (!rising) return labelAxis({ ...look, data: years, boundaryGap: false });
    const marks = numbers.filter((_, k) => k % (numbers.length > 40 ? 30 : 1) === 0);
    return {
      type: "value", min: numbers[0], max: numbers.at(-1), axisLine: { lineStyle: { color: RULE } }, ...look,
      axisTick: { customValues: marks, lineStyle: { color: RULE } },
      axisLabel: { color: MUTED, customValues: marks, formatter: String, hideOverlap: true }
    };
  }

  function lines(data, width, paper) {
    const { unit, over, years, series: runs } = data.chart;
    const scaled = years.length > 40;
    const all = runs.flatMap(run => run.values).filter(Number.isFinite);
    const places = decimals(scaled ? Math.max(...all) - Math.min(...all) : largest(all));
    const axis = timeAxis(years);
    const ending = run => `${run.name}  ${format(known(run.values.at(-1)), places)}`;
    const room = Math.min(1.15 * widest(runs.map(ending)) + 24, width * 0.42);
    return {
      height: width < NARROW ? 340 : paper ? 300 : 400,
      option: base({
        grid: { left: 40, right: room, top: 12, bottom: over ? 46 : 28, outerBoundsMode: "none" },
        tooltip: {
          trigger: "axis", axisPointer: { type: "line", lineStyle: { color: MUTED } },
          formatter: at => tip(years[at[0].dataIndex], at
            .map(p => ({ name: p.seriesName, value: known(runs[p.seriesIndex].values[p.dataIndex]) }))
            .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
            .map(p => [p.name, withUnit(format(p.value, places), unit)]))
        },
        xAxis: { ...axis, name: over, nameLocation: "middle", nameGap: 28, nameTextStyle: { color: MUTED } },
        yAxis: valueAxis(scaled ? { scale: true, minInterval: 0.1 } : {}),
        series: runs.map((run, k) => ({
          name: run.name, type: "line", symbol: scaled ? "none" : "circle", symbolSize: 6, showAllSymbol: true, emphasis: { disabled: true },
          data: run.values.map((v, at) => [axis.type === "value" ? Number(years[at]) : at, known(v)]),
          lineStyle: { width: 2.25, color: series(data, k) }, itemStyle: { color: series(data, k) },
          endLabel: {
            show: true, distance: 8, color: series(data, k), fontSize: SIZE, fontWeight: 600, width: room - 12, overflow: "break",
            lineHeight: 15, formatter: () => ending(run)
          },
          labelLayout: { moveOverlap: "shiftY" }
        }))
      })
    };
  }

  /* Round bounds that part the values into classes of rising darkness: halving steps below the largest value. */
  function bounds(values) {
    const top = largest(values);
    const steps = [];
    for (let power = Math.ceil(Math.log10(top || 1)); steps.length < HEAT_CLASSES - 1; power--) {
      for (const digit of [5, 2, 1]) {
        const step = Number(`${digit}e${power}`);
        if (step < top && steps.length < HEAT_CLASSES - 1) steps.push(step);
      }
    }
    return steps.reverse();
  }

  /* Long names read best from left to right: they go to the rows. */
  function upright(chart) {
    const turn = widest(chart.columns) > widest(chart.rows);
    const value = (row, column) => known(turn ? chart.values[column][row] : chart.values[row][column]);
    return turn
      ? { rows: chart.columns, columns: chart.rows, value }
      : { rows: chart.rows, columns: chart.columns, value };
  }

  function scale(steps, left, top) {
    const box = 44;
    return Array.from({ length: HEAT_CLASSES }, (_, k) => [
      { type: "rect", left: left + k * box, top, shape: { width: box - 2, height: 10 }, style: { fill: colour("h" + k) } },
      ...(k ? [{
        type: "text", left: left + k * box - 1 - textWidth(short(steps[k - 1])) / 2, top: top + 14,
        style: { text: short(steps[k - 1]), fill: MUTED, fontSize: 11, fontFamily: FONT }
      }] : [])
    ]).flat();
  }

  function heatmap(data, width, paper) {
    const { rows, columns, value } = upright(data.chart);
    const cells = rows.flatMap((_, r) => columns.map((__, c) => [c, r, value(r, c)]));
    const steps = bounds(cells.map(cell => cell[2] ?? 0));
    const places = decimals(largest(cells.map(cell => cell[2] ?? 0)));
    const level = v => steps.filter(step => v >= step).length;
    const left = Math.min(1.05 * widest(rows) + 14, width * 0.36);
    const rowHeight = paper ? 24 : 30;
    const tilted = widest(columns) > (width - left) / columns.length - 6;
    const head = tilted ? Math.min(widest(columns), 130) * 0.72 + 16 : 22;
    const right = tilted ? 64 : 8;
    const top = 44 + head;
    const cellWidth = (width - left - right) / columns.length;
    return {
      height: top + rows.length * rowHeight + 8,
      minWidth: left + right + columns.length * 38,
      option: base({
        grid: { left, right, top, bottom: 8, outerBoundsMode: "none" },
        graphic: { silent: true, elements: scale(steps, left, 4) },
        tooltip: {
          formatter: p => tip(`${rows[p.value[1]]}, ${columns[p.value[0]]}`,
            [["", withUnit(format(known(p.value[2]), places + 1), data.chart.unit)]])
        },
        xAxis: labelAxis({
          data: columns, position: "top", axisLine: { show: false },
          axisLabel: { color: INK, interval: 0, rotate: tilted ? -45 : 0, width: 130, overflow: "truncate" }
        }),
        yAxis: labelAxis({
          data: rows, inverse: true, axisLine: { show: false },
          axisLabel: { color: INK, interval: 0, width: left - 12, overflow: "truncate" }
        }),
        series: [{
          type: "heatmap", emphasis: { disabled: true },
          data: cells.map(cell => ({
            value: cell,
            itemStyle: { color: colour("h" + level(cell[2])), borderColor: colour("page"), borderWidth: 2 },
            label: { color: colour("t" + level(cell[2])) }
          })),
          label: { show: cellWidth >= 30, fontSize: cellWidth < 36 ? 10 : 11, formatter: p => format(known(p.value[2]), places) }
        }]
      })
    };
  }

  /* One colour an industry that begins a chain, one for those that end it, one for those between. */
  const ROLES = ["source", "target", "between"];

  function roles(nodes, links) {
    const named = test => new Set(nodes.filter(node => !links.some(test(node))).map(node => node.label));
    const sources = named(node => link => link.to === node.id);
    const targets = named(node => link => link.from === node.id);
    return node => targets.has(node.label) ? "target" : sources.has(node.label) ? "source" : "between";
  }

  function key(texts) {
    let left = 4;
    return ROLES.flatMap(role => {
      const text = texts[role];
      const at = left;
      left += textWidth(text) + 44;
      return [
        { type: "rect", left: at, top: 4, shape: { width: 12, height: 12 }, style: { fill: colour(role) } },
        { type: "text", left: at + 18, top: 4, style: { text, fill: INK, fontSize: SIZE, fontFamily: FONT } }
      ];
    });
  }

  function flow(data, width) {
    const { unit, nodes, links } = data.chart;
    const stages = Math.max(...nodes.map(node => node.stage)) + 1;
    const crowd = Math.max(...Array.from({ length: stages }, (_, s) => nodes.filter(n => n.stage === s).length));
    const column = (width - 20) / stages;
    const label = new Map(nodes.map(node => [node.id, node.label]));
    const role = roles(nodes, links);
    const places = decimals(largest(links.map(link => link.value)));
    return {
      height: 36 + Math.max(240, crowd * 46),
      minWidth: stages * 150,
      option: base({
        graphic: { silent: true, elements: key(data.texts) },
        tooltip: {
          formatter: p => p.dataType === "edge"
            ? tip(`${label.get(p.data.source)} → ${label.get(p.data.target)}`, [["", withUnit(format(p.value, places), unit)]])
            : tip(label.get(p.name), [["", withUnit(format(p.value, places), unit)]])
        },
        series: [{
          type: "sankey", left: 4, right: column * 0.62, top: 36, bottom: 10, nodeWidth: 12, nodeGap: 18, draggable: false,
          emphasis: { disabled: true }, nodeAlign: "left",
          data: nodes.map(node => ({
            name: node.id, depth: node.stage, itemStyle: { color: colour(role(node)), borderWidth: 0 }
          })),
          links: links.map(link => ({ source: link.from, target: link.to, value: link.value })),
          lineStyle: { color: colour("flow"), opacity: 0.5, curveness: 0.5 },
          label: {
            color: INK, ...HALO, fontSize: SIZE, width: column * 0.6, overflow: "break", lineHeight: 15,
            formatter: p => label.get(p.name)
          }
        }]
      })
    };
  }

  function points(data, width, paper) {
    const { xLabel, yLabel, points: all } = data.chart;
    const drawn = all.filter(p => p.x > 0 && p.y > 0).sort((a, b) => b.weight - a.weight);
    const heaviest = largest(drawn.map(p => p.weight)) || 1;
    const logAxis = (name, gap) => ({
      type: "log", name, nameLocation: "middle", nameGap: gap, nameTextStyle: { color: MUTED },
      axisLine: { lineStyle: { color: RULE } }, axisTick: { show: false }, splitLine: { lineStyle: { color: HAIR } },
      axisLabel: { color: MUTED, formatter: short, hideOverlap: true }
    });
    const left = all.length - drawn.length;
    return {
      height: width < NARROW || paper ? 420 : 540,
      note: data.texts.note + (left ? " " + data.texts.zero.replace("{left}", left).replace("{all}", all.length) : ""),
      option: base({
        grid: { left: 64, right: 24, top: 20, bottom: 48, outerBoundsMode: "none" },
        tooltip: { formatter: p => tip(drawn[p.dataIndex].label, [[xLabel, format(p.value[0], 0)], [yLabel, format(p.value[1], 0)]]) },
        xAxis: logAxis(xLabel, 30),
        yAxis: logAxis(yLabel, 46),
        series: [{
          type: "scatter", data: drawn.map(p => [p.x, p.y]), emphasis: { disabled: true },
          symbolSize: (_, p) => 4 + 26 * Math.sqrt(drawn[p.dataIndex].weight / heaviest),
          itemStyle: { color: colour("plain"), opacity: 0.55, borderColor: colour("page"), borderWidth: 0.75 },
          label: {
            show: true, position: "top", color: INK, opacity: 1, fontSize: 11, width: width < NARROW ? 130 : 230, overflow: "truncate",
            formatter: p => p.dataIndex < (width < NARROW ? LABELLED_NARROW : LABELLED_POINTS) ? drawn[p.dataIndex].label : ""
          },
          labelLayout: { hideOverlap: true }
        }]
      })
    };
  }

  return { bars, lines, heatmap, flow, points, FONT };
})();
