// A procedure as a card: all its steps with marks, or one at a time with its picture. The marks stay in this browser.

import { button, h, icon, kept } from "./dom.js";
import { crop } from "./pictures.js";
import { strings } from "./strings.js";

/** The card of a list that was rendered; `key` names it in this browser. */
export class Steps {
  constructor(list, key, known, open) {
    Object.assign(this, { key: `steps.${key}`, known, open });
    this.steps = [...list.children].map((item, index) => ({ nodes: [...item.childNodes], number: item.value || index + 1 }));
    this.done = new Set(kept.get(this.key, []));
    this.single = false;
    this.at = 0;
    this.count = h("span", { class: "count" });
    this.bar = h("progress", { max: this.steps.length, value: 0, "aria-label": strings.steps.title });
    this.body = h("div", { class: "steps-body" });
    this.toggle = button(null, "", () => this.switch(), { class: "button bare small" });
    this.element = h("section", { class: "steps", "aria-label": strings.steps.title }, h("header", {}, h("h3", {}, strings.steps.title), this.count, this.toggle), this.bar, this.body);
    this.rows = this.steps.map((step, index) => this.row(step, index));
    this.show();
  }

  row(step, index) {
    const box = h("input", { type: "checkbox", class: "tick", "aria-label": strings.steps.mark(step.number), on: { change: () => this.mark(index, box.checked) } });
    const text = h("div", { class: "step-text" });
    const element = h("li", { class: "step", value: step.number }, h("label", { class: "tick-box" }, box, h("span", { class: "number", "aria-hidden": "true" }, String(step.number)), icon("check")), text);
    return { box, text, element };
  }

  mark(index, isDone) {
    if (isDone) this.done.add(index);
    else this.done.delete(index);
    kept.set(this.key, [...this.done]);
    this.tell();
  }

  switch() {
    this.single = !this.single;
    const first = this.steps.findIndex((_, index) => !this.done.has(index));
    this.at = first < 0 ? 0 : first;
    this.show();
    this.body.querySelector("button, input")?.focus();
  }

  show() {
    this.toggle.lastChild.textContent = this.single ? strings.steps.all : strings.steps.one;
    if (this.single) this.showOne();
    else {
      this.rows.forEach((row, index) => row.text.append(...this.steps[index].nodes));
      this.body.replaceChildren(h("ol", {}, this.rows.map((row) => row.element)));
    }
    this.tell();
  }

  showOne() {
    const step = this.steps[this.at];
    const text = h("div", { class: "step-text" }, ...step.nodes);
    const last = this.at === this.steps.length - 1;
    const citation = this.known.get(Number(text.querySelector(".chip")?.dataset.marker));
    this.body.replaceChildren(
      h(
        "div",
        { class: "one" },
        h("p", { class: "step-at", role: "status" }, strings.steps.at(this.at + 1, this.steps.length)),
        text,
        citation ? crop(citation, () => this.open([citation.marker])) : null,
        h(
          "div",
          { class: "one-foot" },
          button("left", strings.steps.back, () => this.go(this.at - 1), { disabled: this.at === 0 }),
          button("check", last ? strings.steps.finish : strings.steps.next, () => this.next(), { kind: "strong" }),
        ),
      ),
    );
  }

  next() {
    this.mark(this.at, true);
    if (this.at < this.steps.length - 1) this.go(this.at + 1);
    else this.switch();
  }

  go(index) {
    this.at = index;
    this.showOne();
    this.body.querySelector(".strong")?.focus({ preventScroll: true });
  }

  tell() {
    this.rows.forEach((row, index) => {
      row.box.checked = this.done.has(index);
      row.element.classList.toggle("is-done", row.box.checked);
    });
    this.bar.value = this.done.size;
    this.count.textContent = this.done.size === this.steps.length ? strings.steps.finished : strings.steps.done(this.done.size, this.steps.length);
    this.element.classList.toggle("finished", this.done.size === this.steps.length);
  }
}
