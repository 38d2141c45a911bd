// The source of an answer: the page with the quoted words marked, a pane on the desktop and a sheet on the phone.

import { Problem, api, blob, path, session } from "./api.js";
import { $, button, h, icon, wide } from "./dom.js";
import { areaOf, pageAddress, picture } from "./pictures.js";
import { loading, rise, sink } from "./shell.js";
import { strings } from "./strings.js";
import { textOf } from "./textview.js";
import { Zoom } from "./zoom.js";

const MOST_SPANS = 32; // that the API marks at once

let items = [];
let at = 0;
let page = null;
let opener = null;
const documents = new Map();

/** Opens the sources of an answer at the first of these markers; several on one page are marked together. */
export function openCitations(citations, markers) {
  const together = citations.filter((citation) => markers.includes(citation.marker));
  items = citations.map((citation) => ({ citation, ...citation, spans: [citation.span_id] }));
  at = citations.indexOf(together[0]);
  if (together.length > 1) items[at] = { ...items[at], spans: together.slice(0, MOST_SPANS).map((one) => one.span_id) };
  open();
}

/** Opens a place that nothing is quoted from. */
export function openPlace(place) {
  items = [{ ...place, spans: [], quote: "", locator: { kind: place.page ? "page" : "text" } }];
  at = 0;
  open();
}

export function closeSource() {
  const pane = $("source");
  if (pane.open) pane.close();
}

function open() {
  if (!$("source").open) {
    opener = document.activeElement;
    stand();
  }
  show(items[at].page ?? 1);
}

function stand() {
  if (wide.matches) $("source").show();
  else {
    $("source").showModal();
    rise();
  }
  document.body.classList.add("with-source");
}

// a tablet that is turned has the pane as a sheet, and the other way round
wide.addEventListener("change", () => {
  if (!$("source").open) return;
  $("source").close();
  stand();
});

$("source").addEventListener("close", closed);

function closed() {
  if ($("source").open) return; // it only stands in another way
  document.body.classList.remove("with-source");
  sink();
  opener?.focus({ preventScroll: true });
}

/** Shows a page of the source; `pressed` is the label of the button that asked for it, which keeps the focus. */
async function show(wanted, pressed = null) {
  page = wanted;
  const item = items[at];
  const zoom = new Zoom();
  const label = h("span", { class: "page-label", role: "status" });
  const pages = h("div", { class: "group" });
  const view = h("div", { class: "view" }, loading());
  build(item, pages, view, pressed);
  const isStill = () => items[at] === item && page === wanted;
  let about = null;
  try {
    about = await aboutDocument(item.document_id);
    if (!isStill()) return;
    turnPages(about, item, pages, label);
    refocus(pages, pressed);
    const content = await contentOf(item, about, zoom);
    if (isStill()) view.replaceChildren(content);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isStill()) view.replaceChildren(h("div", { class: "state" }, icon("lost"), h("p", {}, error.status === 404 || error.status === 410 ? strings.sources.gone : error.message), item.quote ? h("blockquote", {}, item.quote) : null));
  }
}

function build(item, pages, view, pressed) {
  const pane = $("source");
  pane.setAttribute("aria-label", strings.sources.pane);
  pane.onkeydown = keys;
  pane.onclick = (event) => event.target === pane && pane.close(); // the backdrop of the sheet
  const title = h("h2", { tabindex: "-1", dir: "auto" }, item.document);
  pane.replaceChildren(
    h(
      "div",
      { class: "source-in" },
      h(
        "header",
        {},
        h("div", {}, title, h("p", {}, [item.place, item.heading_path?.at(-1)].filter(Boolean).join(" · "))),
        button("open", strings.sources.open, () => openFile(item), { quiet: true }),
        button("close", strings.close, closeSource, { quiet: true }),
      ),
      h(
        "div",
        { class: "tools", role: "group", "aria-label": strings.sources.pane },
        items.length > 1
          ? h(
              "div",
              { class: "group" },
              button("left", strings.sources.previous, () => go(-1), { quiet: true, disabled: at === 0 }),
              h("span", { class: "chip still" }, String(item.citation.marker)),
              h("span", { class: "page-label" }, strings.sources.of(items.length)),
              button("right", strings.sources.next, () => go(1), { quiet: true, disabled: at === items.length - 1 }),
            )
          : null,
        pages,
      ),
      item.quote ? h("blockquote", { class: "quoted", dir: "auto", "aria-label": strings.sources.quote }, h("mark", {}, item.quote)) : null,
      item.confidence === null || item.confidence === undefined ? null : h("p", { class: "note" }, icon("warning"), h("span", {}, strings.sources.recognised(Math.round(item.confidence * 100)))),
      view,
    ),
  );
  if (!pane.contains(document.activeElement) && !refocus(pane, pressed)) title.focus({ preventScroll: true });
}

/** Focuses the button of that label, or at either end the one beside it; whether there is one. */
function refocus(place, label) {
  const again = [...place.querySelectorAll("button")].find((one) => one.title === label);
  const next = again?.disabled ? again.parentElement.querySelector("button:enabled") : again;
  next?.focus({ preventScroll: true });
  return Boolean(next);
}

function turnPages(about, item, pages, label) {
  const count = item.locator.kind === "time" ? 0 : about.pages ?? 0;
  if (count < 1 || item.page === null) return pages.remove();
  label.textContent = strings.sources.page(page, count);
  pages.append(button("left", strings.sources.previousPage, () => show(page - 1, strings.sources.previousPage), { quiet: true, disabled: page <= 1, class: "button bare page-turn" }), label);
  pages.append(button("right", strings.sources.nextPage, () => show(page + 1, strings.sources.nextPage), { quiet: true, disabled: page >= count, class: "button bare page-turn" }));
}

async function contentOf(item, about, zoom) {
  if (item.locator.kind === "time") return moment(item, about);
  if (item.locator.kind !== "text") {
    try {
      return await pictureOf(item, zoom);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
    }
  }
  return textOf(item);
}

async function pictureOf(item, zoom) {
  const here = page;
  const image = h("img", { alt: strings.sources.picture(item.document, item.place), src: await picture(pageAddress(item.document_id, here, item.spans)) });
  await image.decode();
  const frame = zoom.around(image);
  const area = item.citation ? areaOf(item.citation, here, image) : null;
  if (area) requestAnimationFrame(() => zoom.toArea(area));
  return h(
    "div",
    { class: "picture" },
    frame,
    h("div", { class: "zoom-tools" }, button("zoom-out", strings.sources.zoomOut, () => zoom.by(1 / 1.4), { quiet: true }), button("zoom-in", strings.sources.zoomIn, () => zoom.by(1.4), { quiet: true })),
  );
}

async function moment(item, about) {
  const kind = about.media_type.startsWith("video/") ? "video" : "audio";
  const player = h(kind, { controls: true, preload: "metadata", src: await blob(path`/api/v1/documents/${item.document_id}/file`) });
  player.addEventListener("loadedmetadata", () => (player.currentTime = item.locator.start_seconds), { once: true });
  return h("div", { class: "player" }, player, button("right", strings.sources.play, () => {
    player.currentTime = item.locator.start_seconds;
    player.play();
  }));
}

async function aboutDocument(id) {
  if (!documents.has(id)) documents.set(id, await api(path`/api/v1/documents/${id}`));
  return documents.get(id);
}

/** Opens the file in a tab of its own; with a key it is fetched first, as an address alone carries none. */
async function openFile(item) {
  const address = path`/api/v1/documents/${item.document_id}/file`;
  if (!session.key) return window.open(`${address}${page > 1 ? `#page=${page}` : ""}`, "_blank", "noopener");
  const url = await blob(address);
  h("a", { href: url, download: item.name ?? item.document }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function go(by) {
  const next = at + by;
  if (next < 0 || next >= items.length) return;
  at = next;
  show(items[at].page ?? 1, by < 0 ? strings.sources.previous : strings.sources.next);
  for (const one of document.querySelectorAll(".chip[aria-current]")) one.removeAttribute("aria-current");
}

function keys(event) {
  if (event.key === "Escape") closeSource();
  else if (event.target.closest("input, textarea, video, audio")) return;
  else if (event.key === "ArrowLeft" && event.altKey) go(-1);
  else if (event.key === "ArrowRight" && event.altKey) go(1);
  else return;
  event.preventDefault();
}
