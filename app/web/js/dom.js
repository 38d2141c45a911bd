// Elements out of plain values. Text is always text: nothing here reads HTML, save `sanitised`, which is given only
// what the server has cleaned.

const ICONS = "/web/icons.svg";
const SVG = "http://www.w3.org/2000/svg";

/** An element. `properties`: `class`, `on` (event → handler), `data` (→ data-*), properties by name, else attributes. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "on") for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value" || (name in element && typeof value !== "string")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A picture of the icon sheet; decoration, so a screen reader passes over it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}

const SPECIALISTS = new Set(["equipment", "safety", "operations", "tutor", "persona", "research"]);

/** The icon of a specialist; one of a site's own has the common one. */
export const iconOf = (name) => (SPECIALISTS.has(name) ? name : "agent");

/** An SVG element for charts. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button with an icon and, unless `label` is only to be heard, its words. */
export function button(name, label, onClick, { quiet = false, kind = "", ...rest } = {}) {
  return h(
    "button",
    {
      type: "button",
      class: `button ${kind} ${quiet ? "bare" : ""}`.trim(),
      ...(quiet ? { "aria-label": label, title: label } : {}),
      ...rest,
      on: { click: onClick },
    },
    name ? icon(name) : null,
    quiet ? null : h("span", {}, label),
  );
}

/** The nodes of HTML that the server has sanitised. The only place where text becomes markup. */
export function sanitised(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Text with the parts between the offsets marked. The API counts code points, where a string here counts an emoji twice. */
export function marked(text, ranges) {
  const points = [...text];
  const part = (start, end) => points.slice(start, end).join("");
  const parts = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(part(at, start), h("mark", {}, part(start, end)));
    at = end;
  }
  return [...parts, part(at)];
}

export const $ = (id) => document.getElementById(id);

export const hovers = matchMedia("(hover: hover)"); // with a mouse, so that a focused field brings no keyboard up

export const wide = matchMedia("(min-width: 60rem)");

/** Reads or keeps a value in the browser; where that is forbidden (private windows) nothing is kept. */
export const kept = {
  get(key, otherwise = null) {
    try {
      return JSON.parse(localStorage.getItem(`linelead.${key}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(key, value) {
    try {
      if (value === null || value === "" || (Array.isArray(value) && !value.length)) localStorage.removeItem(`linelead.${key}`);
      else localStorage.setItem(`linelead.${key}`, JSON.stringify(value));
    } catch (error) {
      console.warn("Nothing can be kept in this browser.", error.name);
    }
  },
};
