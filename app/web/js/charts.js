// Plots of our own, as SVG: columns and lines over time, bars with their intervals, and who was taken for whom.

import { h, svg } from "./dom.js";

const HEIGHT = 170;
const FOOT = 24;
const HEAD = 20;
const SIDE = 44;
const LETTER = 8; // about as wide as one is
const roomy = matchMedia("(min-width: 48rem)");

const width = () => (roomy.matches ? 430 : 330); // as it is shown, so that letters have their size

/** Columns of {label, parts}; a part is {kind, value}, and the parts stand on each other. `title` is what is read out. */
export function columns(bars, title) {
  const { plot, across, up, most, step } = frame(bars.map(({ label }) => label), bars.map(({ parts }) => sum(parts)), title, Math.round);
  const isFew = step > 4 * LETTER;
  bars.forEach(({ parts }, index) => {
    let under = 0;
    for (const { kind, value } of parts.filter((part) => part.value > 0)) {
      plot.append(svg("rect", { class: `bar-mark ${kind}`, x: across(index) - step * 0.34, y: up(under + value), width: step * 0.68, height: up(under) - up(under + value), rx: Math.min(4, step * 0.2) }));
      under += value;
    }
    if (isFew && under && under < most) plot.append(text(across(index), up(under) - 5, under.toLocaleString("en")));
  });
  return plot;
}

/** Lines of {kind, values} over the labels; where a value is null the line has a gap. `shown(value)` says it in words. */
export function lines(labels, series, title, shown) {
  const { plot, across, up } = frame(labels, series.flatMap(({ values }) => values.filter((value) => value !== null)), title, shown);
  for (const { kind, values } of series) {
    let path = "";
    values.forEach((value, index) => {
      if (value === null) return;
      const isBegun = index > 0 && values[index - 1] !== null;
      path += `${isBegun ? "L" : "M"}${across(index).toFixed(1)} ${up(value).toFixed(1)}`;
      plot.append(svg("circle", { class: `dot ${kind}`, cx: across(index), cy: up(value), r: 3 }));
    });
    plot.append(svg("path", { class: `line-mark ${kind}`, d: path }));
  }
  return plot;
}

/** What the colours of a plot mean: [kind, words]. */
export function legend(entries) {
  return h("ul", { class: "legend" }, entries.map(([kind, words]) => h("li", { class: kind }, words)));
}

/** A bar from 0 to `value` of `most`, with its 95 % interval as a thin line and the bound it is held against as a mark. */
export function interval({ value, low, high, bound, most, kind }, title) {
  const at = (one) => (100 * Math.max(0, Math.min(one, most))) / most;
  const plot = svg("svg", { class: "interval", viewBox: "0 0 100 20", preserveAspectRatio: "none", role: "img", "aria-label": title });
  plot.append(svg("rect", { class: "track", x: 0, y: 3, width: 100, height: 14 }), svg("rect", { class: `bar-mark ${kind}`, x: 0, y: 3, width: at(value), height: 14 }));
  if (low !== null && high !== null) plot.append(svg("path", { class: "whisker", d: `M${at(low)} 10H${at(high)}M${at(low)} 6v8M${at(high)} 6v8` }));
  plot.append(svg("path", { class: "bound", d: `M${at(bound)} 0v20` }));
  return plot;
}

/** A table of counts: rows are what was right, columns what was chosen; the darker, the more of the row. */
export function confusion({ labels, counts }, { caption, row, column, all }) {
  const head = h("tr", {}, h("th", { scope: "col" }, row), labels.map((label) => h("th", { scope: "col" }, label)), h("th", { scope: "col" }, all));
  const rows = labels.map((label, at) => {
    const total = counts[at].reduce((one, other) => one + other, 0);
    const cells = counts[at].map((number, beside) => {
      const cell = h("td", { class: beside === at ? "right" : number ? "wrong" : "" }, number ? String(number) : "·");
      cell.style.setProperty("--share", total ? number / total : 0);
      return cell;
    });
    return h("tr", {}, h("th", { scope: "row" }, label), cells, h("td", {}, String(total)));
  });
  const table = h("table", { class: "confusion" }, h("caption", {}, caption), h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "colgroup", colSpan: labels.length + 1 }, column)), head), h("tbody", {}, rows));
  return h("div", { class: "table", tabindex: "0", role: "region", "aria-label": caption }, table);
}

/** The axes: as many labels as there is room for, and the greatest value as a line with its name. */
function frame(labels, values, title, shown) {
  const whole = width();
  const most = Math.max(1, ...values);
  const step = (whole - SIDE) / labels.length;
  const across = (index) => SIDE + (index + 0.5) * step;
  const up = (value) => HEIGHT - FOOT - ((HEIGHT - FOOT - HEAD) * value) / most;
  const plot = svg("svg", { class: "plot", viewBox: `0 0 ${whole} ${HEIGHT}`, role: "img", "aria-label": title });
  for (const value of [0, most]) {
    plot.append(svg("line", { class: "axis", x1: SIDE, x2: whole, y1: up(value), y2: up(value) }), text(SIDE - 8, up(value) + 4, shown(value), "end"));
  }
  const every = Math.ceil((Math.max(...labels.map((label) => label.length)) + 2) * LETTER / step);
  labels.forEach((label, index) => {
    if ((labels.length - 1 - index) % every) return;
    plot.append(index === labels.length - 1 && labels.length > 10 ? text(whole, HEIGHT - 6, label, "end") : text(across(index), HEIGHT - 6, label));
  });
  return { plot, across, up, most, step };
}

const sum = (parts) => parts.reduce((total, { value }) => total + value, 0);

function text(x, y, words, anchor = "middle") {
  return svg("text", { x, y, "text-anchor": anchor }, String(words));
}
