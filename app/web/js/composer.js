// The box for the question: grows, sends on Enter, keeps a draft for each session.

import { button, h, hovers, kept } from "./dom.js";
import { strings } from "./strings.js";

const MOST = 8_000; // characters of a question, as the API takes them
const NEAR = 500;

export class Composer {
  constructor(onSend, onStop) {
    this.onSend = onSend;
    this.text = h("textarea", {
      id: "question",
      rows: 1,
      dir: "auto",
      placeholder: strings.composer.placeholder,
      "aria-label": strings.composer.label,
      enterkeyhint: "send",
      "aria-describedby": "question-room",
      on: { input: () => this.changed(), keydown: (event) => this.key(event) },
    });
    this.send = button("send", strings.composer.send, () => this.submit(), { quiet: true, class: "button round" });
    this.halt = button("stop", strings.composer.stop, onStop, { quiet: true, class: "button round halt", hidden: true });
    this.room = h("p", { class: "room", id: "question-room", role: "status" });
    this.element = h("div", { class: "composer", role: "group", "aria-label": strings.composer.label, tabindex: "-1" }, this.room, h("div", { class: "box" }, this.text, this.halt, this.send));
  }

  open(sessionId) {
    this.unsent = "";
    this.draft = `draft.${sessionId ?? "new"}`;
    this.text.value = kept.get(this.draft, "");
    this.busy(false);
    this.grow();
  }

  rename(sessionId) {
    kept.set(this.draft, "");
    this.draft = `draft.${sessionId}`;
    kept.set(this.draft, this.whole);
  }

  /** What is lost when nothing is kept: a question that no turn has begun for, and what is being written. */
  get whole() {
    return [this.unsent, this.text.value].filter(Boolean).join("\n");
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  submit() {
    if (this.isBusy || !this.text.value.trim() || this.left < 0) return;
    if (!hovers.matches) this.send.focus(); // the keyboard makes room for the answer
    this.onSend(this.text.value);
  }

  changed() {
    kept.set(this.draft, this.whole);
    this.grow();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
    this.send.disabled = !this.text.value.trim() || this.left < 0;
    this.text.setAttribute("aria-invalid", String(this.left < 0));
    this.room.textContent = this.left < 0 ? strings.composer.tooLong(-this.left) : this.left < NEAR ? strings.composer.left(this.left) : "";
  }

  /** How many characters still fit; below 0 it is too long. The API counts code points, without the space around. */
  get left() {
    return MOST - [...this.text.value.trim()].length;
  }

  /** Makes room for the next question; this one stays a draft until it is `taken`. */
  sent(question) {
    if (this.text.value.trim() === question) this.text.value = "";
    this.unsent = question;
    this.changed();
  }

  taken(question) {
    if (this.unsent !== question) return;
    this.unsent = "";
    this.changed();
  }

  /** Gives the question back that was not taken. */
  restore() {
    this.text.value = this.whole;
    this.unsent = "";
    this.changed();
  }

  busy(isBusy) {
    const isPressed = [this.halt, this.send].includes(document.activeElement);
    this.isBusy = isBusy;
    this.halt.hidden = !isBusy;
    this.send.hidden = isBusy;
    if (isPressed) this.catchFocus();
  }

  /** Takes the focus of what is gone: where to go on from, without a keyboard that comes up. */
  catchFocus() {
    const next = this.isBusy ? this.halt : hovers.matches ? this.text : this.element;
    next.focus({ preventScroll: true });
  }

  focus() {
    if (hovers.matches) this.text.focus({ preventScroll: true });
    requestAnimationFrame(() => this.grow());
  }
}
