// What is around every screen: the bar, the drawer (a column on the desktop), messages with undo, and what is read out.

import { network } from "./api.js";
import { $, button, h, icon, wide } from "./dom.js";
import { strings } from "./strings.js";

const TOAST_MS = 7_000;
const SAID_MS = 30_000; // in which a screen reader has come to a sentence, though a long answer is said before it

export const NEW = "#/"; // the address of a new question

const side = () => $("side");
let beforeDrawer = null;

// What lies over the screen of a phone, the drawer or a source, has an entry of its own in the browser's history: Back
// closes it, as everywhere on a phone.

let isLeaving = false; // the browser goes back, but has not come there yet

const lies = () => document.body.classList.contains("drawn") || $("source").matches(":modal");

/** To be called when something lies over the screen now. */
export function rise() {
  if (!isLeaving && !history.state?.over) history.pushState({ over: true }, "");
}

/** To be called when it does no more; nothing where Back or another address has closed it. */
export function sink() {
  if (isLeaving || !history.state?.over) return;
  isLeaving = true;
  history.back();
}

/** Has Back close what lies over the screen by calling `close`. */
export function backCloses(close) {
  addEventListener("popstate", () => {
    const isDone = isLeaving;
    isLeaving = false;
    if (!isDone && !history.state?.over) close();
    else if (isDone && lies()) rise(); // it was opened while the browser was on its way
  });
}

/** Opens the drawer on the phone; on the desktop it is always there. */
export function openDrawer() {
  if (wide.matches) return;
  beforeDrawer = document.activeElement;
  document.body.classList.add("drawn");
  $("menu").setAttribute("aria-expanded", "true");
  $("veil").hidden = false;
  $("middle").inert = true;
  side().inert = false;
  side().querySelector("a, button")?.focus();
  rise();
}

export function closeDrawer() {
  if (document.body.classList.contains("drawn")) sink();
  document.body.classList.remove("drawn");
  $("menu")?.setAttribute("aria-expanded", "false"); // there is none before somebody has signed in
  $("veil").hidden = true;
  $("middle").inert = false;
  side().inert = !wide.matches;
  beforeDrawer?.focus();
  beforeDrawer = null;
}

/** Puts the bar and the column together. `history` fills its part of the column; `onNew` hears a tap on "New question". */
export function buildShell({ caller, links, history, onNew, onSignOut }) {
  const title = h("h1", { class: "title", id: "title" });
  $("bar").replaceChildren(
    button("menu", strings.menu, openDrawer, { id: "menu", quiet: true, "aria-expanded": "false", "aria-controls": "side", class: "button bare narrow-only" }),
    title,
    h("a", { class: "button bare", href: NEW, "aria-label": strings.newChat, title: strings.newChat, on: { click: onNew } }, icon("plus")),
  );
  side().setAttribute("aria-label", strings.menu);
  side().replaceChildren(
    h(
      "div",
      { class: "brand" },
      h("a", { href: NEW, class: "brand-link", on: { click: onNew } }, h("img", { src: "/web/icon.svg", alt: "", width: 34, height: 34 }), h("span", {}, strings.name)),
      button("close", strings.close, closeDrawer, { quiet: true, class: "button bare narrow-only" }),
    ),
    h("a", { class: "button strong", href: NEW, on: { click: onNew } }, icon("plus"), h("span", {}, strings.newChat)),
    history,
    h(
      "div",
      { class: "foot" },
      links.map(([name, hash, label]) => h("a", { class: "foot-link", href: hash, data: { screen: name } }, icon(ICON[name]), h("span", {}, label))),
      caller.signedIn
        ? h(
            "div",
            { class: "caller" },
            h("span", {}, caller.name, h("small", {}, strings.signIn.role[caller.role] ?? caller.role)),
            button("leave", strings.signOut, onSignOut, { quiet: true }),
          )
        : null,
    ),
  );
  $("veil").addEventListener("click", closeDrawer);
  side().addEventListener("click", follow);
  side().addEventListener("keydown", (event) => event.key === "Escape" && closeDrawer());
  wide.addEventListener("change", closeDrawer);
  closeDrawer();
  const offline = () => {
    const isReached = navigator.onLine && network.reached;
    $("offline").hidden = isReached;
    $("offline").textContent = isReached ? "" : strings.offline;
  };
  for (const event of ["online", "offline", "network"]) addEventListener(event, offline);
  offline();
}

/** Follows a link of the drawer, whose address takes the place of the drawer's entry. */
function follow(event) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (history.state?.over) {
    event.preventDefault();
    location.replace(link.href);
  }
  closeDrawer();
}

const ICON = { documents: "pages", specialists: "people", quality: "chart" };

/** Names the screen in the bar and the window, and marks its link. */
export function entitle(title, screen) {
  $("title").textContent = title;
  document.title = title === strings.name ? title : `${title} · ${strings.name}`;
  for (const link of side().querySelectorAll("[data-screen]")) {
    if (link.dataset.screen === screen) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** A message at the foot. With `undo` the deed is done only when it has gone: `act` then, `undo` when called back. */
export function toast(text, { act, undo } = {}) {
  let settled = false;
  const settle = (how) => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    removeEventListener("pagehide", leave);
    box.remove();
    how?.();
  };
  const leave = () => settle(act);
  const box = h("div", { class: "toast", role: "status" }, h("span", {}, text));
  if (undo) box.append(h("button", { type: "button", on: { click: () => settle(undo) } }, strings.undo));
  let timer;
  const wait = () => {
    clearTimeout(timer);
    if (!settled) timer = setTimeout(leave, TOAST_MS);
  };
  // who has come to it is not hurried
  for (const event of ["pointerenter", "focusin"]) box.addEventListener(event, () => clearTimeout(timer));
  for (const event of ["pointerleave", "focusout"]) box.addEventListener(event, wait);
  wait();
  addEventListener("pagehide", leave);
  $("toasts").append(box);
  return leave;
}

/** Has a screen reader say a sentence when it has nothing else to say; what is `urgent`, at once. */
export function say(sentence, { urgent = false } = {}) {
  const spoken = h("p", {}, sentence);
  $(urgent ? "urgent" : "said").append(spoken);
  setTimeout(() => spoken.remove(), SAID_MS);
}

/** A failure in a screen's place, with a way on. */
export function failure(error, again) {
  const text = error.status === 403 ? strings.errors.noPermission : error.message;
  return h(
    "div",
    { class: "state", role: "alert" },
    icon(error.status === 403 ? "key" : "warning"),
    h("h2", {}, error.status === 403 ? strings.errors.closed : strings.errors.title),
    h("p", {}, text),
    again && error.status !== 403 ? button("retry", strings.retry, again) : null,
  );
}

/** What shows while a screen loads; after a while it says that it is slow. */
export function loading() {
  const text = h("p", {}, strings.loading);
  const box = h("div", { class: "state loading", role: "status" }, h("span", { class: "pulse" }), text);
  setTimeout(() => (text.textContent = strings.slow), 4_000);
  return box;
}
