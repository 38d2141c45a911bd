// The sessions in the column: grouped by day, renamed, exported, deleted with a way back, and searched.

import { Problem, api, path, request } from "./api.js";
import { button, h, icon, marked } from "./dom.js";
import { failure, toast } from "./shell.js";
import { strings } from "./strings.js";

const PAGE = 40;
const TYPING_MS = 180;
const MARKUP = /\*\*|\[\d+\]/g;
const DAY_MS = 86_400_000;

export class History {
  constructor() {
    this.current = null;
    this.hidden = new Set(); // deleted, but it can still be undone
    this.extent = PAGE; // how many sessions are shown
    this.list = h("div", { class: "sessions" });
    this.field = h("input", { type: "search", dir: "auto", placeholder: strings.history.search, "aria-label": strings.history.searchLabel, on: { input: () => this.typed() } });
    this.element = h("section", { class: "history", "aria-label": strings.history.title }, h("div", { class: "search" }, icon("search"), this.field), this.list);
  }

  /** Reads the newest sessions again, as many as are shown. */
  async refresh(current = this.current) {
    this.current = current;
    if (this.field.value.trim()) return;
    const reading = (this.reading = {});
    try {
      const sessions = [];
      let next = null;
      do {
        const page = await pageAfter(next);
        sessions.push(...page.sessions);
        next = page.next_cursor;
      } while (next && sessions.length < this.extent);
      if (reading !== this.reading || this.field.value.trim()) return; // what was asked for later is shown
      this.show(sessions, next);
    } catch (error) {
      this.failed(error);
    }
  }

  mark(id) {
    this.current = id;
    for (const link of this.list.querySelectorAll("[data-session]")) {
      if (link.dataset.session === id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  /** Shows the sessions from the newest on; a row that somebody is at work in stays, with what is typed and the focus. */
  show(sessions, next) {
    const held = this.list.querySelector(".session:has(.rename, .options)");
    const focused = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.list.replaceChildren();
    this.day = null;
    this.extent = PAGE;
    this.grow(sessions, next, held);
    if (!focused) return;
    const same = focused.isConnected ? focused : this.rowOf(focused.closest(".session")?.dataset.row)?.querySelector(focused.localName);
    same?.focus({ preventScroll: true });
  }

  async more(cursor) {
    const reading = (this.reading = {});
    try {
      const { sessions, next_cursor: next } = await pageAfter(cursor);
      if (reading !== this.reading || this.field.value.trim()) return;
      this.list.querySelector(".more").remove();
      this.grow(sessions, next);
      this.rowOf(sessions.find(({ id }) => !this.hidden.has(id))?.id)?.querySelector("a").focus();
    } catch (error) {
      this.failed(error);
    }
  }

  /** Adds sessions at the end; `held` is the row of one of them that is there already. */
  grow(sessions, next, held = null) {
    for (const entry of sessions) if (!this.hidden.has(entry.id)) this.append(entry, held);
    this.extent = Math.max(this.extent, this.list.querySelectorAll(".session").length);
    if (!this.list.children.length) this.list.append(h("p", { class: "hint" }, strings.history.empty));
    if (next) this.list.append(button(null, strings.history.more, () => this.more(next), { class: "button bare more" }));
    this.mark(this.current);
  }

  failed(error) {
    if (!(error instanceof Problem)) throw error;
    this.list.replaceChildren(failure(error, () => this.refresh()));
  }

  rowOf(id) {
    return [...this.list.querySelectorAll(".session")].find((row) => row.dataset.row === id);
  }

  append(entry, held) {
    const day = dayOf(entry.updated_at);
    if (day !== this.day) {
      this.day = day;
      this.group = h("ul", { "aria-label": day });
      this.list.append(h("h2", { class: "day", "aria-hidden": "true" }, day), this.group);
    }
    this.group.append(held?.dataset.row === entry.id ? held : this.row(entry));
  }

  row(entry) {
    const title = entry.title || strings.history.untitled;
    const row = h(
      "li",
      { class: "session", data: { row: entry.id } },
      h("a", { href: path`#/s/${entry.id}`, title, data: { session: entry.id } }, h("span", { dir: "auto" }, title), h("small", {}, momentOf(entry.updated_at))),
      button("more", strings.history.options(title), () => this.options(row, entry), { quiet: true, "aria-expanded": "false", class: "button bare small" }),
    );
    return row;
  }

  options(row, entry) {
    const opened = row.querySelector(".options");
    const control = row.querySelector("button[aria-expanded]");
    for (const other of this.list.querySelectorAll(".options")) other.remove();
    for (const other of this.list.querySelectorAll("[aria-expanded]")) other.setAttribute("aria-expanded", "false");
    if (opened) return;
    control.setAttribute("aria-expanded", "true");
    const menu = h(
      "div",
      { class: "options", on: { keydown: (event) => event.key === "Escape" && (event.stopPropagation(), this.options(row, entry), control.focus()) } },
      button("pencil", strings.history.rename, () => this.rename(row, entry), { kind: "bare" }),
      button("save", strings.history.export, () => this.save(entry), { kind: "bare" }),
      button("bin", strings.history.delete, () => this.remove(row, entry), { kind: "bare" }),
    );
    row.append(menu);
    menu.querySelector("button").focus();
  }

  /** Puts a row in another's place, with the focus on the button that opened what is gone. */
  replace(row, entry) {
    const next = this.row(entry);
    row.replaceWith(next);
    this.mark(this.current);
    next.querySelector("button").focus({ preventScroll: true });
  }

  rename(row, entry) {
    const field = h("input", { type: "text", dir: "auto", maxLength: 200, required: true, value: entry.title, "aria-label": strings.history.renameLabel });
    const cancel = () => this.replace(row, entry);
    const form = h(
      "form",
      {
        class: "rename",
        on: {
          submit: async (event) => {
            event.preventDefault();
            try {
              const renamed = await api(path`/api/v1/sessions/${entry.id}`, { method: "PATCH", body: { title: field.value } });
              this.replace(row, renamed);
            } catch (error) {
              if (!(error instanceof Problem)) throw error;
              toast(error.message);
            }
          },
          keydown: (event) => event.key === "Escape" && (event.stopPropagation(), cancel()),
        },
      },
      field,
      button("close", strings.history.cancel, cancel, { quiet: true }),
      h("button", { type: "submit", class: "button bare", "aria-label": strings.history.save, title: strings.history.save }, icon("check")),
    );
    row.replaceChildren(form);
    field.select();
  }

  async save(entry) {
    try {
      const text = await (await request(path`/api/v1/sessions/${entry.id}/export?format=markdown`)).blob();
      const url = URL.createObjectURL(text);
      h("a", { href: url, download: `${(entry.title || entry.id).replace(/[^\p{L}\p{N} _-]/gu, "").slice(0, 60)}.md` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast(error.message);
    }
  }

  remove(row, entry) {
    const title = entry.title || strings.history.untitled;
    const rows = [...this.list.querySelectorAll(".session")];
    const beside = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    this.hidden.add(entry.id);
    row.remove();
    (beside?.querySelector("button") ?? this.field).focus({ preventScroll: true });
    if (this.current === entry.id) location.hash = "#/";
    toast(strings.history.deleted(title), {
      undo: async () => {
        this.hidden.delete(entry.id);
        await this.refresh();
        this.rowOf(entry.id)?.querySelector("a").focus();
      },
      act: async () => {
        try {
          await api(path`/api/v1/sessions/${entry.id}`, { method: "DELETE", keepalive: true });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          this.hidden.delete(entry.id);
          toast(error.message);
          this.refresh();
        }
      },
    });
  }

  typed() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(), TYPING_MS);
  }

  async search() {
    const query = this.field.value.trim();
    if (!query) return this.refresh();
    try {
      const { hits } = await api(path`/api/v1/search?q=${query}`);
      if (query !== this.field.value.trim()) return;
      if (!hits.length) return this.list.replaceChildren(h("p", { class: "hint", role: "status" }, strings.history.none(query)));
      this.list.replaceChildren(h("ul", {}, hits.filter((hit) => !this.hidden.has(hit.session_id)).map(found)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.list.replaceChildren(h("p", { class: "hint", role: "status" }, error.message));
    }
  }
}

const pageAfter = (cursor) => api(path`/api/v1/sessions?limit=${PAGE}` + (cursor ? path`&cursor=${cursor}` : ""));

function found(hit) {
  const who = hit.role === "user" ? strings.history.you : strings.history.answer;
  return h(
    "li",
    { class: "hit" },
    h("a", { href: path`#/s/${hit.session_id}/${hit.turn_id}` }, h("strong", { dir: "auto" }, hit.session_title || strings.history.untitled), h("span", {}, h("small", {}, `${who}: `), h("span", { dir: "auto" }, ...marked(hit.snippet, hit.highlights).map(plain)))),
  );
}

/** A piece of a message without the signs of its Markdown; a marked word stays as it is. */
const plain = (piece) => (typeof piece === "string" ? piece.replace(MARKUP, "") : piece);

/** The moment as far as its heading does not say it: many questions begin with the same words. */
function momentOf(moment) {
  const at = new Date(moment);
  const day = dayOf(moment);
  const isNear = [strings.history.today, strings.history.yesterday].includes(day);
  const date = isNear ? {} : day === strings.history.week ? { weekday: "short" } : { day: "numeric", month: "short" };
  return at.toLocaleString("en", { ...date, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** The day of a moment as a heading. */
function dayOf(moment) {
  const at = new Date(moment);
  const today = new Date().setHours(0, 0, 0, 0);
  const days = Math.ceil((today - at.getTime()) / DAY_MS);
  if (days <= 0) return strings.history.today;
  if (days === 1) return strings.history.yesterday;
  if (days <= 7) return strings.history.week;
  return at.toLocaleDateString("en", { month: "long", year: "numeric" });
}
