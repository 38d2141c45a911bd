// The cards under an answer: one for each place, with the numbers of the markers that point there.

import { h, icon } from "./dom.js";
import { strings } from "./strings.js";

/** The cards; `open(markers)` shows the sources of a card. */
export function cards(citations, open) {
  const places = new Map();
  for (const citation of citations) {
    const key = [citation.document_id, citation.place || citation.heading_path.at(-1)].join("\n");
    places.set(key, [...(places.get(key) ?? []), citation]);
  }
  return h(
    "section",
    { class: "sources" },
    h("h3", {}, strings.sources.title),
    h("div", { class: "cards" }, [...places.values()].map((group) => card(group, open))),
  );
}

function card(group, open) {
  const [first] = group;
  const markers = group.map((citation) => citation.marker);
  return h(
    "button",
    { type: "button", class: "card", on: { click: () => open(markers) } },
    h("span", { class: "numbers", "aria-label": strings.sources.marked(shortened(markers)) }, shortened(markers)),
    h("span", {}, h("strong", { dir: "auto" }, first.document), h("small", {}, [first.place, first.heading_path.at(-1)].filter(Boolean).join(" · "))),
    icon("right"),
  );
}

/** Numbers as people write them: “2–5, 8”. */
function shortened(numbers) {
  const runs = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
