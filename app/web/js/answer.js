// An answer's text as elements: rendered and sanitised by the server, then given what only the app can do: chips that
// open the source, warnings, rows of facts, step cards, the call for help.

import { api } from "./api.js";
import { h, icon, sanitised } from "./dom.js";
import { Steps } from "./steps.js";
import { strings } from "./strings.js";

const MARKER = /\[(\d{1,3})\]/g;
const SIGNAL = /^(DANGER|WARNING|CAUTION|NOTICE|NOTE)\b/;
const NUMBER = /\b\d{2,}\b/;

const MOST_TEXTS = 10; // that are rendered by one request, well below what the API takes
const PATIENCE_MS = 8_000; // for the server's rendering; then the words stand in a simpler shape

let waiting = [];

/** The nodes of Markdown text. What is wanted at the same time is asked together. */
export function rendered(text) {
  if (!waiting.length) queueMicrotask(ask);
  return new Promise((resolve, reject) => waiting.push({ text, resolve, reject }));
}

async function ask() {
  const all = waiting;
  waiting = [];
  for (let start = 0; start < all.length; start += MOST_TEXTS) {
    const wanted = all.slice(start, start + MOST_TEXTS);
    try {
      const { blocks } = await api("/api/v1/markdown", { method: "POST", signal: AbortSignal.timeout(PATIENCE_MS), body: { texts: wanted.map(({ text }) => text) } });
      wanted.forEach(({ resolve }, index) => resolve(sanitised(blocks[index])));
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }
}

/** The nodes of Markdown as Linelead writes it, made here: headings, lists, quotes and bold words. */
export function simple(text) {
  const nodes = document.createDocumentFragment();
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split("\n").filter((line) => line.trim());
    for (let at = 0; at < lines.length; ) {
      const [kind, mark] = LINES.find(([, pattern]) => pattern.test(lines[at]));
      const same = lines.slice(at).findIndex((line) => !mark.test(line));
      const group = lines.slice(at, same < 1 ? undefined : at + same);
      nodes.append(SHAPES[kind](group.map((line) => inline(line.replace(mark, ""))), group[0]));
      at += group.length;
    }
  }
  return nodes;
}

const LINES = [
  ["heading", /^#{1,6} /],
  ["steps", /^\d+[.)] /],
  ["list", /^[-*] /],
  ["quote", /^> ?/],
  ["text", /^(?!#{1,6} |\d+[.)] |[-*] |> ?)/],
];

const SHAPES = {
  heading: (lines) => h("h3", {}, lines),
  steps: (lines, first) => h("ol", { start: parseInt(first, 10) }, lines.map((line) => h("li", {}, line))),
  list: (lines) => h("ul", {}, lines.map((line) => h("li", {}, line))),
  quote: (lines) => h("blockquote", {}, lines.map((line) => h("p", {}, line))),
  text: (lines) => h("p", {}, lines.map((line, at) => (at ? [h("br"), ...line] : line))),
};

function inline(line) {
  return line.split(/\*\*(.+?)\*\*/).map((part, at) => (at % 2 ? h("strong", {}, part) : part)).filter((part) => part !== "");
}

/** The nodes with everything that can be tapped. `open(markers)` shows the sources of these markers. */
export function dress(nodes, { turnId, emergency, citations, open }) {
  const root = h("div", { class: "answer", dir: "auto" });
  root.append(nodes);
  const known = new Map(citations.map((citation) => [citation.marker, citation]));
  chips(root, known, open);
  for (const quote of root.querySelectorAll("blockquote")) warning(quote);
  for (const line of root.querySelectorAll("p")) caption(line);
  for (const row of root.querySelectorAll("li")) facts(row);
  for (const table of root.querySelectorAll("table")) scrolling(table);
  for (const link of root.querySelectorAll("a[href]")) link.target = "_blank"; // the server's HTML says noopener
  if (emergency) callForHelp(root);
  else for (const [number, list] of [...root.querySelectorAll("ol")].entries()) steps(list, `${turnId}.${number}`, known, open);
  return root;
}

function chips(root, known, open) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (MARKER.test(walker.currentNode.data)) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = [];
    let at = 0;
    for (const match of text.data.matchAll(MARKER)) {
      const citation = known.get(Number(match[1]));
      if (!citation) continue;
      parts.push(text.data.slice(at, match.index), chip(citation, open));
      at = match.index + match[0].length;
    }
    text.replaceWith(...parts, text.data.slice(at));
  }
}

/** The numbered button that stands for a marker. */
export function chip(citation, open) {
  const label = strings.sources.chip(citation.marker, citation.document, citation.place);
  return h("button", { type: "button", class: "chip", "aria-label": label, data: { marker: citation.marker }, on: { click: () => open([citation.marker]) } }, String(citation.marker));
}

function warning(quote) {
  const signal = SIGNAL.exec(quote.textContent.trim());
  if (!signal) return;
  quote.replaceWith(h("div", { class: `warning ${signal[1].toLowerCase()}`, role: "note" }, icon("warning"), h("div", {}, ...quote.childNodes)));
}

/** A line of its own that names the document and section below it. */
function caption(line) {
  const [first, second, third] = line.childNodes;
  if (first?.nodeName === "STRONG" && second?.nodeType === Node.TEXT_NODE && second.data.trim() === ":" && !third) {
    second.remove();
    line.className = "caption";
  }
}

/** A row of a table, read out as “**Code:** E05 · **Meaning:** …”, as a list of terms. */
function facts(row) {
  const terms = [...row.querySelectorAll(":scope > strong, :scope > p > strong")].filter((term) => term.textContent.endsWith(":"));
  if (terms.length < 2) return;
  const chipsOfRow = [...row.querySelectorAll(".chip")];
  const list = h("dl", { class: "facts" });
  for (const term of terms) {
    const value = [];
    for (let node = term.nextSibling; node && !terms.includes(node); node = node.nextSibling) {
      if (!node.classList?.contains("chip")) value.push(node.textContent);
    }
    list.append(h("div", {}, h("dt", {}, term.textContent.slice(0, -1)), h("dd", {}, value.join("").replace(/\s*·\s*$/, "").trim())));
  }
  list.lastChild?.querySelector("dd").append(" ", ...chipsOfRow);
  row.classList.add("row");
  row.replaceChildren(list);
}

function scrolling(table) {
  const box = h("div", { class: "table", tabindex: "0", role: "region", "aria-label": table.querySelector("th")?.textContent || strings.sources.quote });
  table.replaceWith(box);
  box.append(table);
}

function steps(list, key, known, open) {
  if (list.children.length < 2 || list.parentElement?.closest("ol, ul")) return;
  list.replaceWith(new Steps(list, key, known, open).element);
}

/** The first line of an emergency's answer, with the number to be tapped. */
function callForHelp(root) {
  const line = root.querySelector("p");
  const number = NUMBER.exec(line?.textContent ?? "")?.[0];
  if (!line || !number) return;
  line.className = "call";
  line.after(h("a", { class: "call-button", href: `tel:${number}` }, icon("phone"), strings.turn.call(number)));
}
