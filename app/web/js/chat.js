// The chat: a greeting or the turns of a session, and the composer.

import { Problem, api, path } from "./api.js";
import { Asking } from "./ask.js";
import { Composer } from "./composer.js";
import { $, h, icon, iconOf } from "./dom.js";
import { Live } from "./live.js";
import { Past } from "./past.js";
import { failure, loading, say } from "./shell.js";
import { strings } from "./strings.js";
import { TurnView } from "./turn.js";

const AHEAD = "800px"; // how far above what is seen earlier turns are read
const ACTIVE = new Set(["queued", "running", "waiting"]);
const ENDINGS = new Set(["done", "error", "stopped"]);

/** The chat's screen, and the questions that are under way: they go on while another screen shows. */
export class Chat {
  constructor({ onSession }) {
    this.onSession = onSession;
    this.sessionId = null;
    this.running = null;
    this.list = h("div", { class: "turns", id: "turns" });
    this.earlier = h("div", { class: "earlier" }, h("span", { class: "pulse" }));
    this.composer = new Composer((text) => this.ask(text), () => this.stop());
    this.watcher = new IntersectionObserver(([seen]) => seen.isIntersecting && this.showEarlier(), { rootMargin: `${AHEAD} 0px 0px` });
  }

  /** Shows a session, or the greeting when `id` is null; a turn that `turnId` names is scrolled to. */
  async show(main, id, turnId) {
    const same = id === this.sessionId && this.list.children.length > 0;
    if (!same) this.begin(id);
    main.replaceChildren(h("div", { class: "chat" }, this.list, this.composer.element));
    this.isShown = true;
    this.composer.focus();
    if (!same) await (id ? this.load() : this.greet());
    if (turnId) await this.showTurn(turnId);
    else if (id) this.toLast();
    this.watcher.observe(this.earlier);
  }

  leave() {
    this.isShown = false;
    this.watcher.disconnect();
  }

  /** Hears nothing any more. */
  close() {
    this.leave();
    this.cancelUnsent();
    this.live?.close();
  }

  /** Has the next `show` begin anew, though the address names no other session. */
  forget() {
    this.list.replaceChildren();
  }

  /** A question that no turn has begun for stays a draft of its session, to be sent when somebody wants it. */
  cancelUnsent() {
    if (this.running && !this.running.turnId) this.running.cancel();
  }

  begin(id) {
    this.cancelUnsent();
    this.running = null; // it goes on at the server and is read again when its session is shown
    this.watcher.disconnect();
    this.live?.close();
    this.past = null;
    this.heard = [];
    this.holds = new Set();
    this.sessionId = id;
    this.views = new Map();
    this.list.replaceChildren();
    this.composer.open(id);
  }

  async greet() {
    const examples = h("div", { class: "examples" });
    this.list.replaceChildren(
      h("section", { class: "greeting" }, h("h2", {}, strings.greeting.title), h("p", {}, strings.greeting.text), examples, h("p", { class: "hint" }, icon("alarm"), h("span", {}, strings.greeting.emergency))),
    );
    try {
      const { specialists } = await api("/api/v1/specialists?examples=4"); // of which the first screen has four
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
    const past = (this.past = new Past(id));
    const release = this.hold();
    try {
      await this.listen();
      const turns = await past.next();
      if (past !== this.past) return;
      this.earlier.hidden = past.isWhole;
      this.list.replaceChildren(this.earlier);
      await Promise.all(turns.map((stored) => this.showStored(stored)));
    } catch (error) {
      if (past === this.past) this.list.replaceChildren(failure(error, () => this.load()));
    } finally {
      release();
    }
  }

  /** Shows the turns before the first one; what is read stays where it is. */
  async showEarlier() {
    const { past } = this;
    if (!past || past.isWhole || this.isReading) return;
    this.isReading = true;
    try {
      const turns = await past.next();
      const views = turns.map((stored) => [stored, this.view(stored.question, stored.turn_id)]);
      await Promise.all(views.map(([stored, view]) => this.showStored(stored, view)));
      if (past !== this.past) return;
      const first = this.earlier.nextElementSibling;
      const top = first?.getBoundingClientRect().top;
      this.earlier.hidden = past.isWhole;
      this.earlier.replaceChildren(h("span", { class: "pulse" }));
      this.earlier.after(...views.map(([, view]) => view.element));
      // nothing where the browser has kept it there by itself
      if (first) $("main").scrollTop += first.getBoundingClientRect().top - top;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.earlier.replaceChildren(failure(error, () => this.showEarlier()));
    } finally {
      this.isReading = false;
    }
    this.watcher.unobserve(this.earlier); // it tells anew whether the beginning is still near
    if (this.isShown) this.watcher.observe(this.earlier);
  }

  async showTurn(turnId) {
    while (this.past && !this.past.isWhole && !this.views.has(turnId) && this.isShown) {
      const before = this.past.cursor;
      await this.showEarlier();
      if (this.past.cursor === before) break; // it could not be read, and says so
    }
    this.views.get(turnId)?.element.scrollIntoView({ block: "start" });
  }

  // --- what other tabs and devices do in the session --------------------------------------------------------------------

  listen() {
    const sessionId = this.sessionId;
    const isStill = () => this.sessionId === sessionId;
    this.live?.close();
    this.live = new Live(sessionId, {
      onEvent: (message) => isStill() && this.hear(message),
      onMissed: () => isStill() && this.catchUp(),
      onConnection: (isOpen) => isStill() && this.running?.isTold && this.running.view.connection(isOpen),
    });
    return this.live.open();
  }

  hear(message) {
    this.heard.push(message);
    this.tell();
  }

  /** Holds back what is heard, until the function that it gives is called: while the session is read, and while a
   * question of this tab has no turn yet, as nobody knows then which turn is its own. */
  hold() {
    const { holds } = this;
    const mark = {};
    holds.add(mark);
    return () => {
      holds.delete(mark);
      this.tell();
    };
  }

  async tell() {
    if (this.isTelling) return;
    this.isTelling = true;
    while (this.heard.length && !this.holds.size) await this.told(this.heard.shift());
    this.isTelling = false;
  }

  async told({ turn_id: turnId, number, event, data }) {
    const known = this.views.get(turnId);
    if (!known && number === 1) await this.begun(turnId);
    const view = this.views.get(turnId);
    if (!view?.isTold) return; // its own stream tells it
    view.take(event, data);
    if (!ENDINGS.has(event)) return;
    if (this.running?.view === view) this.ran(this.running);
    this.onSession(this.sessionId);
  }

  async begun(turnId) {
    const sessionId = this.sessionId;
    const stop = () => api(path`/api/v1/turns/${turnId}/stop`, { method: "POST" });
    try {
      const { question } = await api(path`/api/v1/turns/${turnId}`);
      if (sessionId !== this.sessionId) return;
      const view = this.add(question, turnId);
      view.isTold = true;
      if (!this.running) this.run({ turnId, view, stop, isTold: true });
      this.onSession(sessionId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // it is read when the session is shown again
    }
  }

  /** Shows what happened while the socket was not open. */
  async catchUp() {
    try {
      for (const stored of await new Past(this.sessionId).next()) {
        const view = this.views.get(stored.turn_id);
        if (!view || (stored.turn && !view.ended)) this.showStored(stored, view);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      say(error.message);
    }
  }

  /** Shows a turn as it was kept; resolves when it stands, or at once when it is still under way. */
  async showStored(stored, view = this.add(stored.question, stored.turn_id)) {
    if (!ACTIVE.has(stored.state)) view.mayIt(stored.approvals, true);
    if (stored.turn) await view.finish(stored.turn, stored);
    else if (ACTIVE.has(stored.state)) this.follow(view, new Asking({ turnId: stored.turn_id, sessionId: this.sessionId, ...this.handlers(view) }));
    else view.unfinished(stored);
  }

  // --- questions of this tab --------------------------------------------------------------------------------------------

  add(question, turnId) {
    const view = this.view(question, turnId);
    this.list.querySelector(".greeting")?.remove();
    this.list.append(view.element);
    return view;
  }

  view(question, turnId) {
    const view = new TurnView(question, { ask: (text) => this.ask(text), retry: (id) => this.retry(view, id) });
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
    this.composer.sent(question);
    const view = this.add(question);
    this.toLast();
    const followed = this.follow(view, new Asking({ question, sessionId: this.sessionId, ...options, ...this.handlers(view) }));
    if (document.activeElement === document.body) this.composer.catchFocus(); // what was pressed is gone
    await followed;
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
    this.composer.taken(view.question);
    if (this.sessionId === null) {
      this.composer.rename(id);
      this.sessionId = id;
      if (this.isShown) history.replaceState(null, "", path`#/s/${id}`);
      this.listen();
    }
    view.release?.();
    this.onSession(id);
  }

  run(running) {
    this.running = running;
    this.composer.busy(true);
  }

  ran(running) {
    if (this.running !== running) return;
    this.running = null;
    this.composer.busy(false);
  }

  async follow(view, asking) {
    this.run(asking);
    if (!asking.turnId) view.release = this.hold();
    try {
      await asking.run();
      if (asking.isCancelled) this.takeBack(view, asking);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      view.refused(error);
      if (!asking.turnId && this.running === asking) this.composer.restore();
    } finally {
      this.ran(asking);
      view.release?.();
      if (asking.sessionId) this.onSession(asking.sessionId);
    }
  }

  /** Puts a question that was not sent back into the box, when that is still the one it was written in. */
  takeBack(view, asking) {
    view.element.remove();
    if (this.running !== asking) return;
    this.composer.restore();
    this.composer.focus();
    if (this.sessionId === null && !this.list.children.length) this.greet();
  }

  async retry(view, turnId) {
    if (!turnId) {
      view.element.remove();
      return this.ask(view.question);
    }
    const release = this.hold();
    try {
      const asked = await api(path`/api/v1/turns/${turnId}/retry`, { method: "POST" });
      const known = this.views.get(asked.turn_id); // by another device, or by a tap before
      if (known) return;
      const next = this.add(view.question, asked.turn_id);
      this.follow(next, new Asking({ turnId: asked.turn_id, sessionId: asked.session_id, ...this.handlers(next) }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      view.refused(error);
    } finally {
      release();
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

/** Four example questions: one of each specialist, then a second of the first ones. */
function fourOf(specialists) {
  const all = [0, 1, 2, 3].flatMap((turn) =>
    specialists.map((one) => ({ name: one.name, title: one.title, question: one.examples[turn] })).filter((one) => one.question),
  );
  return all.slice(0, 4).map((one) => ({ ...one, question: one.question[0].toUpperCase() + one.question.slice(1) }));
}
