// A document's report: what was found on each page, what a new version changed.

import { api, path } from "./api.js";
import { badge } from "./documents.js";
import { button, h, icon } from "./dom.js";
import { openPlace } from "./source.js";
import { strings } from "./strings.js";

const words = strings.documents;

/** The screen for a document. */
export async function report(id) {
  const [one, cited] = await Promise.all([api(path`/api/v1/documents/${id}`), api(path`/api/v1/documents/${id}/questions`)]);
  const open = (page) => openPlace({ document_id: one.id, document: one.title, page, place: "", heading_path: [], name: one.name });
  return h(
    "div",
    { class: "desk" },
    h("a", { class: "button bare back", href: "#/documents" }, icon("left"), h("span", {}, words.title)),
    h("header", {}, h("h2", { dir: "auto" }, one.title), h("p", {}, [one.name, one.collection, words.version(one.version), words.updated(new Date(one.updated_at).toLocaleDateString("en", { dateStyle: "medium" }))].join(" · "))),
    h("div", { class: "file-line" }, badge(one.state), button("page", strings.sources.open, () => open(one.pages ? 1 : null))),
    one.reason ? h("p", {}, one.reason) : null,
    warnings(one),
    changes(one.changes),
    citing(cited),
    one.page_reports.length ? pages(one, open) : null,
  );
}

function warnings(one) {
  if (!one.warnings.length) return h("p", { class: "soft" }, one.state === "ready" ? words.noWarnings : "");
  return h("section", { class: "panel" }, h("h3", {}, words.warnings(one.warnings.length)), h("ul", { class: "plain" }, one.warnings.map((text) => h("li", {}, text))));
}

function changes(found) {
  const kinds = Object.entries(words.changes).filter(([kind]) => found[kind].length);
  if (!kinds.length) return null;
  return h("section", { class: "panel" }, kinds.map(([kind, title]) => [h("h3", {}, title), h("ul", { class: "plain" }, found[kind].map((text) => h("li", {}, text)))]));
}

/** The questions whose answers cite the document; one's own lead to the answer. */
function citing({ turns, questions }) {
  const rows = questions.map((asked) => {
    const text = asked.session_id ? h("a", { href: path`#/s/${asked.session_id}/${asked.turn_id}` }, asked.question) : asked.question;
    return h("li", { class: "gap" }, h("span", {}, text, asked.places.length ? h("small", {}, asked.places.join(", ")) : null), h("span", { class: "soft" }, strings.quality.times(asked.times)));
  });
  return h("section", { class: "panel" }, h("h3", {}, words.citing), rows.length ? [h("ul", { class: "plain" }, rows), h("small", {}, words.citingSample(turns))] : h("p", { class: "soft" }, words.citingNone));
}

function pages(one, open) {
  const head = ["page", "characters", "tables", "images", "warnings"].map((name) => h("th", { scope: "col" }, words.columns[name]));
  const rows = one.page_reports.map((page) =>
    h(
      "tr",
      {},
      h("td", {}, h("button", { type: "button", class: "button small", on: { click: () => open(one.pages ? page.page : null) } }, page.name || String(page.page))),
      h("td", {}, page.characters.toLocaleString("en")),
      h("td", {}, String(page.tables)),
      h("td", {}, String(page.images)),
      h("td", {}, page.warnings.join(" ")),
    ),
  );
  return h("div", { class: "table pages", tabindex: "0", role: "region", "aria-label": words.report }, h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)));
}
