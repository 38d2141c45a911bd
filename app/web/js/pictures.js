// Pictures of pages: loaded once, kept for a while, and cut down to the quoted words for step cards.

import { blob, path } from "./api.js";
import { h } from "./dom.js";
import { strings } from "./strings.js";

const KEPT = 16;
const PIXELS_PER_POINT = 1.5; // of the server's pictures of pages; other kinds have no boxes that are used here
const ROOM_POINTS = 60;

const loaded = new Map();

/** The address of a page's picture with the spans marked, as the API draws it. */
export function pageAddress(documentId, page, spans = []) {
  const query = spans.map((span) => path`span=${span}`).join("&");
  return path`/api/v1/documents/${documentId}/pages/${page}.png` + (query ? `?${query}` : "");
}

/** An address in the browser for what the API gives; the same for the same. */
export function picture(address) {
  if (!loaded.has(address)) {
    loaded.set(address, blob(address));
    loaded.get(address).catch(() => loaded.delete(address));
    if (loaded.size > KEPT) {
      const [oldest, url] = loaded.entries().next().value;
      loaded.delete(oldest);
      url.then(URL.revokeObjectURL, () => null); // a picture that did not load holds nothing
    }
  }
  return loaded.get(address);
}

/** Where the quoted words are on a page's picture, as shares of its width and height; null where that is not known. */
export function areaOf(citation, page, image) {
  const boxes = citation.boxes.filter((box) => box.page === page);
  if (!boxes.length || citation.locator.unit !== "page") return null;
  const across = PIXELS_PER_POINT / image.naturalWidth;
  const down = PIXELS_PER_POINT / image.naturalHeight;
  return {
    left: Math.min(...boxes.map((box) => box.x0)) * across,
    right: Math.max(...boxes.map((box) => box.x1)) * across,
    top: Math.min(...boxes.map((box) => box.y0)) * down,
  };
}

/** The part of the page around the quoted words, as a button that opens the whole; nothing where there is no picture. */
export function crop(citation, onOpen) {
  if (citation.page === null || citation.locator.kind !== "page" || !citation.boxes.length) return null;
  const image = h("img", { alt: strings.sources.picture(citation.document, citation.place) });
  const frame = h("button", { type: "button", class: "crop", "aria-label": strings.steps.picture, on: { click: onOpen } }, image);
  picture(pageAddress(citation.document_id, citation.page, [citation.span_id]))
    .then((url) => {
      image.addEventListener("load", () => {
        const boxes = citation.boxes.filter((box) => box.page === citation.page);
        const top = Math.max(0, Math.min(...boxes.map((box) => box.y0)) - ROOM_POINTS) * PIXELS_PER_POINT;
        const bottom = Math.max(...boxes.map((box) => box.y1)) + ROOM_POINTS;
        frame.style.aspectRatio = `${image.naturalWidth} / ${Math.min(image.naturalHeight - top, bottom * PIXELS_PER_POINT - top)}`;
        image.style.translate = `0 ${(-100 * top) / image.naturalHeight}%`;
      });
      image.src = url;
    })
    .catch(() => frame.remove()); // the step stands without its picture
  return frame;
}
