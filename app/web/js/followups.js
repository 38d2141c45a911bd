// What stands beside the answer in its document: the sections before and after the cited one, to be asked next.

import { Problem, api, path } from "./api.js";
import { h } from "./dom.js";
import { strings } from "./strings.js";

const MOST = 3;
const NUMBER = /^[\d.]+\s+/;

/** The suggestions, once they are there. `ask(text)` asks one. */
export function followUps(turn, ask) {
  const room = h("div", { class: "follow-ups" });
  fill(room, turn, ask).catch((error) => {
    if (!(error instanceof Problem)) throw error; // without them the answer is whole
  });
  return room;
}

async function fill(room, turn, ask) {
  const last = turn.citations.at(-1);
  if (!last.heading_path.length) return;
  const { headings } = await api(path`/api/v1/documents/${last.document_id}/outline`);
  const cited = new Set(turn.citations.map((citation) => citation.heading_path.join("\n")));
  const at = headings.findLastIndex((heading) => cited.has(heading.heading_path.join("\n")));
  if (at < 0) return;
  const parent = last.heading_path.slice(0, -1).join("\n");
  const beside = headings
    .map((heading, index) => ({ ...heading, away: index - at }))
    .filter((heading) => heading.heading_path.length > 1 && heading.heading_path.slice(0, -1).join("\n") === parent)
    .filter((heading) => !cited.has(heading.heading_path.join("\n")))
    .sort((a, b) => Math.abs(a.away - 0.5) - Math.abs(b.away - 0.5))
    .slice(0, MOST);
  if (!beside.length) return;
  room.append(h("h3", {}, strings.turn.followUps), ...beside.map((heading) => suggestion(heading, last.document, ask)));
}

function suggestion(heading, document, ask) {
  const title = heading.heading_path.at(-1).replace(NUMBER, "");
  return h("button", { type: "button", class: "button small", on: { click: () => ask(`${document}: ${title}`) } }, title);
}
