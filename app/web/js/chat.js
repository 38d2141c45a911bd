// The chat: a greeting or the turns of a session, and the composer.

import { Problem, api, path } from "./api.js";
import { Asking } from "./ask.js";
import { Composer } from "./composer.js";
import { $, button, h, icon, iconOf } from "./dom.js";
import { failure, loading, say } from "./shell.js";
import { strings } from "./strings.js";
import { TurnView } from "./turn.js";

const PAGE = 20; // turns of a session that are shown at first

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("linelead") : null;

/** The chat's screen, and the questions that are under way: they go on while another screen shows. */
export class Chat {
  constructor({ onSession }) {
    this.onSession = onSession;
    this.sessionId = null;
    this.running = null;
    this.list = h("div", { class: "turns", id: "turns" });
    this.composer = new Composer((text) => this.ask(text), () => this.stop());
    channel?.addEventListener("message", ({ data }) => data.session === this.sessionId && this.shown && this.catchUp());
    document.addEventListener("visibilitychange", () => !document.hidden && this.shown && this.sessionId && !this.running && this.catchUp());
  }

  /** Shows a session, or the greeting when `id` is null; a turn that `turnId` names is scrolled to. */
  async show(main, id, turnId) {
    this.shown = true;
    const same = id === this.sessionId && this.list.children.length > 0;
    if (!same) this.begin(id);
    main.replaceChildren(h("div", { class: "chat" }, this.list, this.composer.element));
    this.composer.focus();
    if (!same) await (id ? this.load() : this.greet());
    if (turnId) document.getElementById(`turn-${turnId}`)?.scrollIntoView({ block: "start" });
    else if (id) this.toLast();
  }

  leave() {
    this.shown = false;
  }

  begin(id) {
    this.running = null; // it goes on at the server and is read again when its session is shown
    this.sessionId = id;
    this.views = new Map();
    this.earlier = [];
    this.list.replaceChildren();
    this.composer.open(id);
  }

  async greet() {
    const examples = h("div", { class: "examples" });
    this.list.replaceChildren(
      h("section", { class: "greeting" }, h("h2", {}, strings.greeting.title), h("p", {}, strings.greeting.text), examples, h("p", { class: "hint" }, icon("alarm"), h("span", {}, strings.greeting.emergency))),
    );
    try {
      const { specialists } = await api("/api/v1/specialists");
      const shown = specialists.filter((one) => one.must_retrieve && one.examples.length).slice(0, 4);
      for (const one of fourOf(shown)) {
        examples.append(
          h("button", { type: "button", class: "example", on: { click: () => this.ask(one.question) } }, icon(iconOf(one.name)), h("span", {}, h("small", {}, one.title), one.question)),
        );
      }
    } catch (error) {
      examples.append(failure(error, () => this.greet()));
    }
  }

  async load() {
    this.list.replaceChildren(loading());
    const id = this.sessionId;
    try {
      const turns = await storedTurns(id);
      if (id !== this.sessionId) return;
      this.list.replaceChildren();
      this.earlier = turns.slice(0, -PAGE);
      for (const stored of turns.slice(-PAGE)) this.showStored(stored);
      this.offerEarlier();
    } catch (error) {
      this.list.replaceChildren(failure(error, () => this.load()));
    }
  }

  /** A button above the turns that shows those before, and keeps what is read where it is. */
  offerEarlier() {
    if (!this.earlier.length) return;
    const first = this.list.firstElementChild;
    const offer = button("send", strings.turn.earlier(this.earlier.length), () => {
      const page = this.earlier.splice(-PAGE);
      offer.remove();
      for (const stored of page) {
        const view = this.add(stored.question, stored.turn_id);
        first.before(view.element);
        this.showStored(stored, view);
      }
      this.offerEarlier();
      first.scrollIntoView({ block: "start" });
    }, { class: "button bare earlier" });
    this.list.prepend(offer);
  }

  /** Shows what another tab or device has asked in this session meanwhile. */
  async catchUp() {
    try {
      for (const stored of await storedTurns(this.sessionId)) {
        const view = this.views.get(stored.turn_id);
        const isEarlier = this.earlier.some((one) => one.turn_id === stored.turn_id);
        if (!isEarlier && (!view || (stored.turn && !view.ended))) this.showStored(stored, view);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      say(error.message);
    }
  }

  showStored(stored, view = this.add(stored.question, stored.turn_id)) {
    if (stored.turn) view.finish(stored.turn, stored);
    else if (stored.state === "queued" || stored.state === "running") this.follow(view, new Asking({ turnId: stored.turn_id, sessionId: this.sessionId, ...this.handlers(view) }));
    else view.unfinished(stored);
  }

  add(question, turnId) {
    const view = new TurnView(question, { ask: (text) => this.ask(text), retry: (id) => this.retry(view, id) });
    this.list.querySelector(".greeting")?.remove();
    this.list.append(view.element);
    if (turnId) this.name(view, turnId);
    return view;
  }

  name(view, turnId) {
    view.name(turnId);
    this.views.set(turnId, view);
  }

  async ask(text, options = {}) {
    const question = text.trim();
    if (!question || this.running) return;
    this.composer.clear();
    const view = this.add(question);
    this.toLast();
    await this.follow(view, new Asking({ question, sessionId: this.sessionId, ...options, ...this.handlers(view) }));
  }

  handlers(view) {
    const session = this.sessionId;
    return {
      onEvent: (name, data) => {
        view.take(name, data);
        if (name === "started" && (session === this.sessionId || session === null)) this.started(view, data);
        if (name === "done" && session === null) this.started(view, data);
      },
      onConnection: (connected) => view.connection(connected),
    };
  }

  started(view, { session_id: id, turn_id: turnId }) {
    this.name(view, turnId);
    if (this.sessionId === null) {
      this.composer.rename(id);
      this.sessionId = id;
      if (this.shown) history.replaceState(null, "", path`#/s/${id}`);
    }
    channel?.postMessage({ session: id });
    this.onSession(id);
  }

  async follow(view, asking) {
    this.running = asking;
    this.composer.busy(true);
    try {
      await asking.run();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      view.refused(error);
      if (!asking.turnId && this.running === asking) this.composer.restore(asking.question);
    } finally {
      if (this.running === asking) {
        this.running = null;
        this.composer.busy(false);
      }
      if (asking.sessionId) {
        channel?.postMessage({ session: asking.sessionId });
        this.onSession(asking.sessionId);
      }
    }
  }

  async retry(view, turnId) {
    if (!turnId) {
      view.element.remove();
      return this.ask(view.question);
    }
    try {
      const asked = await api(path`/api/v1/turns/${turnId}/retry`, { method: "POST" });
      const next = this.views.get(asked.turn_id) ?? this.add(view.question, asked.turn_id);
      await this.follow(next, new Asking({ turnId: asked.turn_id, sessionId: asked.session_id, ...this.handlers(next) }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      view.refused(error);
    }
  }

  stop() {
    this.running?.stop().catch((error) => say(error.message));
  }

  /** Brings the last question to the top: an answer is read from its beginning. */
  toLast() {
    this.list.lastElementChild?.scrollIntoView({ block: "start" });
  }
}

/** The turns of a session as they were kept, oldest first. */
async function storedTurns(sessionId) {
  return (await api(path`/api/v1/sessions/${sessionId}/export`)).turns;
}

/** Four example questions: one of each specialist, then a second of the first ones. */
function fourOf(specialists) {
  const all = [0, 1, 2, 3].flatMap((turn) =>
    specialists.map((one) => ({ name: one.name, title: one.title, question: one.examples[turn] })).filter((one) => one.question),
  );
  return all.slice(0, 4).map((one) => ({ ...one, question: one.question[0].toUpperCase() + one.question.slice(1) }));
}
