// Documents: what there is and how it was read; managers add, retry and delete.

import { Problem, api, events, path, pause, request } from "./api.js";
import { button, h, icon } from "./dom.js";
import { report } from "./report.js";
import { toast } from "./shell.js";
import { openPlace } from "./source.js";
import { strings } from "./strings.js";
import { guardDrops, sender } from "./upload.js";

const words = strings.documents;
const AT_WORK = new Set(["queued", "parsing", "indexing"]);

/** Shows the list, or the report of the document that `id` names. */
export async function show(main, { id, manages }) {
  guardDrops();
  if (id) return main.replaceChildren(await report(id));
  await new Documents(main, manages).show();
}

class Documents {
  constructor(main, manages) {
    Object.assign(this, { main, manages });
    this.rows = new Map();
    this.list = h("ul", { class: "files" });
    this.filter = h("input", { type: "search", placeholder: words.filter, "aria-label": words.filter, on: { input: () => this.narrow() } });
    this.none = h("p", { class: "soft", role: "status" });
    this.screen = h(
      "div",
      { class: "desk" },
      h("header", {}, h("h2", {}, words.title), h("p", {}, words.text)),
      manages ? sender((sent) => this.sent(sent)) : null,
      h("div", { class: "search" }, icon("search"), this.filter),
      this.none,
      this.list,
    );
  }

  async show() {
    await this.read();
    this.main.replaceChildren(this.screen);
    this.watch();
  }

  async read() {
    const { documents } = await api("/api/v1/documents");
    documents.sort((a, b) => Number(AT_WORK.has(b.state)) - Number(AT_WORK.has(a.state)) || a.title.localeCompare(b.title));
    this.rows.clear();
    this.list.replaceChildren();
    for (const one of documents) this.put(one);
    this.narrow();
  }

  put(one) {
    const row = rowOf(one, this);
    const old = this.rows.get(one.id)?.element;
    if (old) instead(old, row);
    else if (AT_WORK.has(one.state)) this.list.prepend(row); // where whoever sent it looks
    else this.list.append(row);
    this.rows.set(one.id, { element: row, about: one });
  }

  narrow() {
    const query = this.filter.value.trim().toLowerCase();
    let shown = 0;
    for (const { element, about } of this.rows.values()) {
      element.hidden = !`${about.title} ${about.name} ${about.collection}`.toLowerCase().includes(query);
      shown += Number(!element.hidden);
    }
    this.none.textContent = shown ? "" : query ? words.none(this.filter.value.trim()) : words.empty;
  }

  /** Follows the work on the documents for as long as the screen shows. */
  async watch() {
    const leaving = new AbortController();
    const isShown = () => this.screen.isConnected;
    addEventListener("hashchange", () => leaving.abort(), { once: true });
    while (isShown()) {
      try {
        const response = await request("/api/v1/documents/progress", { accept: "text/event-stream", signal: leaving.signal });
        for await (const { data } of events(response)) if (isShown()) this.progress(data);
      } catch (error) {
        if (error.name === "AbortError") return;
        if (!(error instanceof Problem)) throw error;
        if (error.status >= 400 && error.status < 500) return;
        await pause(2_000);
      }
    }
  }

  progress(event) {
    if (event.state === "deleted") return this.drop(event.id);
    if (!AT_WORK.has(event.state)) return this.renew(event.id);
    const known = this.rows.get(event.id)?.about ?? { id: event.id, name: event.name, title: event.name, collection: event.collection };
    this.put({ ...known, state: event.state, reason: "", work: event });
  }

  async renew(id) {
    try {
      this.put(await api(path`/api/v1/documents/${id}`));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 404 || error.status === 410) this.drop(id);
      else toast(error.message);
    }
  }

  drop(id) {
    this.rows.get(id)?.element.remove();
    this.rows.delete(id);
  }

  sent(accepted) {
    for (const one of accepted) {
      if (one.unchanged) toast(`${one.name}: ${words.unchanged}`);
      else {
        toast(words.sent(one.name));
        if (!this.rows.has(one.id)) this.put({ ...one, title: one.name, work: null });
      }
    }
    this.narrow();
  }

  async act(one, what) {
    try {
      await api(path`/api/v1/documents/${one.id}/${what}`, { method: "POST" });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast(error.message);
    }
  }

  remove(one) {
    const { element } = this.rows.get(one.id);
    const shown = [...this.list.children].filter((row) => !row.hidden);
    const beside = shown[shown.indexOf(element) + 1] ?? shown[shown.indexOf(element) - 1];
    element.hidden = true;
    (beside?.querySelector("a") ?? this.filter).focus({ preventScroll: true });
    const back = () => {
      const row = this.rows.get(one.id);
      if (row) row.element.hidden = false;
    };
    toast(words.deleted(one.title), {
      undo: () => {
        back();
        this.rows.get(one.id)?.element.querySelector("a").focus();
      },
      act: async () => {
        try {
          await api(path`/api/v1/documents/${one.id}`, { method: "DELETE", keepalive: true });
          this.drop(one.id);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          back();
          toast(error.message);
        }
      },
    });
  }
}

/** Puts a row in an older one's place: as hidden as that was, and with the focus where it was. */
function instead(old, row) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  row.hidden = old.hidden;
  old.replaceWith(row);
  if (!focused) return;
  const same = [...row.querySelectorAll("button")].find((one) => one.title === focused.title);
  (same ?? row.querySelector("a")).focus({ preventScroll: true });
}

function rowOf(one, list) {
  const isAtWork = AT_WORK.has(one.state);
  const facts = [one.collection, one.pages ? words.pages(one.pages) : "", one.media_type ? kindOf(one) : ""].filter(Boolean).join(" · ");
  return h(
    "li",
    { class: "file", data: { document: one.id } },
    h(
      "div",
      { class: "file-line" },
      h("a", { href: path`#/documents/${one.id}` }, h("strong", { dir: "auto" }, one.title || one.name), h("small", {}, facts)),
      badge(one.state),
      isAtWork && list.manages ? button("stop", words.stop, () => list.act(one, "cancel"), { quiet: true }) : null,
      !isAtWork && isFailed(one) && list.manages ? button("retry", words.retry, () => list.act(one, "retry"), { quiet: true }) : null,
      !isAtWork && !isFailed(one) ? button("page", strings.sources.open, () => openPlace({ document_id: one.id, document: one.title, page: one.pages ? 1 : null, place: "", heading_path: [] }), { quiet: true }) : null,
      !isAtWork && list.manages ? button("bin", `${words.delete}: ${one.title}`, () => list.remove(one), { quiet: true }) : null,
    ),
    isAtWork ? workOf(one.work) : null,
    one.reason && !isAtWork ? h("p", { class: "reason" }, one.reason) : null,
  );
}

const isFailed = (one) => one.state === "failed" || one.state === "cancelled";
const kindOf = (one) => (one.name.includes(".") ? one.name.split(".").at(-1).toUpperCase() : one.media_type);

/** The state as a word with a colour. */
export function badge(state) {
  return h("span", { class: `badge ${AT_WORK.has(state) ? "at-work" : state}` }, words.states[state] ?? state);
}

function workOf(work) {
  if (!work) return h("p", { class: "reason" }, words.states.queued);
  const text = work.state === "queued" ? words.position(work.position) : words.reading(work.pages_done, work.pages);
  return h("div", {}, h("progress", { max: 100, value: work.percent, "aria-label": text }), h("p", { class: "reason" }, text));
}
