// Documents without pages: the text around the quoted words, with these marked.

import { api, path } from "./api.js";
import { h } from "./dom.js";
import { strings } from "./strings.js";

const AROUND = 200;

/** The text around a source's first span, or the section of a place that nothing is quoted from. */
export async function textOf(item) {
  const around = item.spans[0] ? path`around=${item.spans[0]}` : (item.heading_path ?? []).map((part) => path`heading=${part}`).join("&");
  const { blocks } = await api(path`/api/v1/documents/${item.document_id}/text?limit=${AROUND}&` + around);
  const marks = new Set(item.spans.map((span) => span.split(".")[0]));
  const box = h("div", { class: "text", tabindex: "0", role: "document" });
  let rows = null;
  for (const block of blocks) {
    const isMarked = marks.has(block.span_id);
    if (block.kind === "row") {
      if (!rows) box.append(h("div", { class: "table", tabindex: "0", role: "region", "aria-label": block.header.find(Boolean) ?? strings.sources.quote }, (rows = tableOf(block))));
      rows.querySelector("tbody").append(h("tr", { class: isMarked ? "is-marked" : "" }, block.cells.map((cell) => h("td", {}, cell))));
      continue;
    }
    rows = null;
    box.append(elementOf(block, isMarked));
  }
  requestAnimationFrame(() => {
    const shown = box.querySelector(".is-marked") ?? (item.heading_path?.length ? [...box.querySelectorAll("h3, h4, h5")].find((one) => one.textContent === item.heading_path.at(-1)) : null);
    shown?.scrollIntoView({ block: "center" });
  });
  return box;
}

function elementOf(block, isMarked) {
  const text = isMarked ? h("mark", {}, block.text) : block.text;
  const kind = isMarked ? "is-marked" : "";
  if (block.kind === "heading") return h(`h${Math.min(6, block.level + 2)}`, { class: kind }, text);
  if (block.kind === "warning") return h("p", { class: `warning ${kind}` }, h("strong", {}, `${block.label} `), text);
  if (block.label) return h("p", { class: `labelled ${kind}` }, h("b", {}, block.label), h("span", {}, text));
  return h("p", { class: kind }, text);
}

function tableOf(block) {
  const head = block.header.some(Boolean) ? h("thead", {}, h("tr", {}, block.header.map((cell) => h("th", { scope: "col" }, cell)))) : null;
  return h("table", {}, head, h("tbody", {}));
}
