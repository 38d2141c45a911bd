// Plots of our own, as SVG: columns by day.

import { svg } from "./dom.js";

const WIDTH = 560;
const HEIGHT = 150;
const FOOT = 24;
const HEAD = 18;

/** Columns of [label, number]; `title` is what a screen reader says. */
export function columns(values, title) {
  const most = Math.max(1, ...values.map(([, number]) => number));
  const step = WIDTH / values.length;
  const every = Math.ceil(values.length / 7);
  const plot = svg("svg", { class: "plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title });
  plot.append(svg("line", { class: "axis", x1: 0, x2: WIDTH, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT }));
  values.forEach(([label, number], index) => {
    const height = ((HEIGHT - FOOT - HEAD) * number) / most;
    const x = index * step;
    plot.append(svg("rect", { class: "bar-mark", x: x + step * 0.2, y: HEIGHT - FOOT - height, width: step * 0.6, height, rx: 4 }));
    if (number) plot.append(text(x + step / 2, HEIGHT - FOOT - height - 5, number.toLocaleString("en")));
    if ((values.length - 1 - index) % every === 0) plot.append(text(x + step / 2, HEIGHT - 6, label));
  });
  return plot;
}

function text(x, y, words) {
  return svg("text", { x, y, "text-anchor": "middle" }, words);
}
