// One turn on the screen: the question, who answers and why, the answer as it grows, and what can be done with it.

import { dress, rendered, simple } from "./answer.js";
import { ApprovalCard } from "./approval.js";
import { button, h, icon, iconOf } from "./dom.js";
import { feedback } from "./feedback.js";
import { followUps } from "./followups.js";
import { say, toast } from "./shell.js";
import { openCitations, openPlace } from "./source.js";
import { cards } from "./sources.js";
import { strings } from "./strings.js";

const LONG = 400; // characters of a question, above which only its beginning shows
const RENDER_EVERY_MS = 300;
const WHOLE = /^[\s\S]*(?:[.?!]\s|\n)/;
const SENTENCE_END = /(?<=\D[.?!](?: \[\d+\])*)\s+|\n+/;
const MARKUP = /\[\d+\]|[*#>_`]/g;

/** `ask(text)` sends a follow-up, `retry(turnId)` asks the question again. */
export class TurnView {
  constructor(question, { ask, retry }) {
    Object.assign(this, { question, askMore: ask, retry, text: "", citations: [], turnId: null, ended: false, said: 0, renderedAt: 0 });
    this.head = h("div", { class: "who" });
    this.status = h("p", { class: "status", role: "status" }, h("span", { class: "pulse" }), h("span", {}, strings.turn.working));
    this.blocks = h("div", { class: "blocks" });
    this.tail = h("p", { class: "tail", dir: "auto" });
    this.cards = new Map(); // of what a person must allow, by the id of the call
    this.approvals = h("div", { class: "approvals" });
    this.after = h("div", { class: "after" });
    this.reply = h("div", { class: "reply" }, this.head, this.approvals, this.blocks, this.tail, this.status, this.after);
    this.element = h(
      "article",
      { class: "turn" },
      asked(question),
      this.reply,
    );
  }

  name(turnId) {
    this.turnId = turnId;
    this.element.id = `turn-${turnId}`;
  }

  /** Takes an event of the stream. */
  take(event, data) {
    if (event === "route") this.route(data);
    else if (event === "delta") this.grow(data.text);
    else if (event === "citation") this.citations.push(data);
    else if (event === "approval") this.mayIt([data]);
    else if (event === "approval_answered") this.answered(data);
    else if (event === "done") this.finish(data);
    else if (event === "stopped") this.stopped(data.text);
    else if (event === "error") this.unfinished({ state: "failed", reason: data.message });
  }

  route(decision) {
    this.element.classList.toggle("emergency", Boolean(decision.emergency));
    if (decision.emergency) {
      this.head.replaceChildren(h("strong", {}, icon("alarm"), strings.turn.emergency));
      return;
    }
    const routes = decision.routes ?? [];
    const names = routes.map(titled).join(" · ") || strings.turn.nobody;
    const sure = routes.length === 1 ? ` ${strings.turn.sure(Math.round(decision.confidence * 100))}` : "";
    this.head.replaceChildren(
      h("strong", {}, ...(routes.length ? routes.map((name) => icon(iconOf(name))) : [icon("lost")]), names),
      h("details", { class: "why" }, h("summary", { "aria-label": strings.turn.whyLabel(names) }, strings.turn.why), h("p", {}, `${decision.reason}.${sure ? `${sure}.` : ""}`)),
    );
  }

  /** Shows what a person must allow, or has been asked to; of a turn that `isOver` nothing is asked any more. */
  mayIt(asked, isOver = false) {
    for (const one of asked) {
      const card = new ApprovalCard(this.turnId, one);
      this.cards.set(one.call_id, card);
      this.approvals.append(card.element);
      if (one.answer || isOver) continue;
      this.state(strings.approval.waiting);
      say(`${strings.approval.title} ${one.action}`);
    }
  }

  answered(answer) {
    this.cards.get(answer.call_id)?.said(answer);
    this.state(strings.turn.working);
  }

  closeCards(why) {
    for (const card of this.cards.values()) card.closed(why);
  }

  state(text) {
    this.status.lastChild.textContent = text;
    this.status.hidden = false;
  }

  grow(text) {
    this.text += text;
    this.status.hidden = true;
    const settled = this.text.lastIndexOf("\n\n") + 1;
    if (settled > (this.shown ?? 0) && Date.now() - this.renderedAt > RENDER_EVERY_MS && !this.rendering) this.render(settled);
    this.tail.textContent = this.text.slice(this.shown ?? 0).trimStart();
    this.speak(false);
  }

  /** Shows what is settled of the text as the server renders it; the rest stays plain until it is. */
  render(settled) {
    this.rendering = rendered(this.text.slice(0, settled))
      .then((nodes) => {
        if (this.ended) return;
        this.blocks.replaceChildren(dress(nodes, this.dressing({ citations: this.citations })));
        this.shown = settled;
        this.renderedAt = Date.now();
        this.tail.textContent = this.text.slice(settled).trimStart();
      })
      .catch((error) => console.warn("The answer is shown as plain text until it is whole.", error.message))
      .finally(() => (this.rendering = null));
  }

  /** Has a screen reader say the sentences that are whole. */
  speak(isWhole) {
    const start = this.said;
    const rest = this.text.slice(start);
    const end = isWhole ? rest.length : (rest.match(WHOLE)?.[0].length ?? 0);
    this.said += end;
    for (const [number, part] of rest.slice(0, end).split(SENTENCE_END).entries()) {
      const sentence = part.replace(MARKUP, "").trim();
      if (sentence) say(sentence, { urgent: this.element.classList.contains("emergency") && start + number === 0 });
    }
  }

  /** Shows a finished turn; `stored` when it comes out of the history. */
  async finish(turn, stored = null) {
    this.ended = true;
    this.turn = turn;
    this.name(turn.turn_id);
    this.route(turn);
    if (!stored) {
      this.text = turn.answer;
      this.speak(true);
    }
    this.status.hidden = true;
    this.element.classList.toggle("refused", turn.refused);
    // the call for help waits for no second request
    if (turn.emergency) this.show(simple(turn.answer), turn);
    this.show(await this.nodesOf(turn.answer), turn);
    this.after.replaceChildren(...this.below(turn, stored).filter(Boolean));
  }

  /** The nodes of a text as the server renders it, or as the app can where it does not. */
  async nodesOf(text) {
    try {
      return await rendered(text);
    } catch (error) {
      console.warn("The answer is shown in a simpler shape.", error.message);
      return simple(text);
    }
  }

  show(nodes, turn) {
    this.blocks.replaceChildren(dress(nodes, this.dressing(turn)));
    this.tail.replaceChildren();
  }

  dressing(turn) {
    return {
      turnId: this.turnId,
      emergency: this.element.classList.contains("emergency"),
      citations: turn.citations,
      open: (markers) => openCitations(turn.citations, markers),
    };
  }

  below(turn, stored) {
    const { notFound, notClear } = strings.turn;
    if (turn.refused) this.blocks.prepend(h("p", { class: "not-found" }, icon("lost"), turn.citations.length > 0 ? notClear : notFound));
    return [
      turn.asks && choices(turn, (text) => this.askMore(text)),
      doubts(turn),
      turn.fallback && h("p", { class: "note" }, icon("warning"), h("span", {}, strings.turn.fallback)),
      turn.nearest.length > 0 && nearest(turn.nearest),
      turn.citations.length > 0 && cards(turn.citations, (markers) => openCitations(turn.citations, markers)),
      !turn.emergency && !turn.refused && !stored && turn.citations.length > 0 && followUps(turn, (text) => this.askMore(text)),
      this.actions(turn, stored),
    ];
  }

  actions(turn, stored) {
    return h(
      "div",
      { class: "actions" },
      button("copy", strings.actions.copy, () => copy(turn), { quiet: true }),
      feedback(turn.turn_id, stored),
    );
  }

  stopped(text) {
    this.ended = true;
    this.text = text || this.text;
    this.status.hidden = true;
    this.closeCards(strings.approval.stopped);
    this.speak(true);
    this.showPart();
    this.after.replaceChildren(this.again("stop", strings.turn.stopped));
  }

  showPart() {
    this.tail.textContent = this.text;
    if (!this.text) return;
    this.nodesOf(this.text).then((nodes) => this.show(nodes, { citations: this.citations }));
  }

  /** Shows a turn that has no whole answer. */
  unfinished({ state, reason = "", text = "" }) {
    if (state === "stopped") return this.stopped(text);
    this.ended = true;
    this.status.hidden = true;
    this.closeCards(strings.approval.over);
    this.showPart();
    const why = state === "interrupted" ? strings.turn.interrupted : reason || strings.turn.failed;
    this.after.replaceChildren(this.again("warning", why));
    say(why);
  }

  /** Shows why the question was not taken. */
  refused(error) {
    this.element.classList.remove("cut-off");
    this.unfinished({ state: "failed", reason: error.message });
  }

  again(name, text) {
    return h("div", { class: "note" }, icon(name), h("span", {}, text), button("retry", strings.turn.again, () => this.retry(this.turnId)));
  }

  connection(isConnected) {
    this.element.classList.toggle("cut-off", !isConnected);
    this.status.lastChild.textContent = isConnected ? strings.turn.working : strings.turn.reconnecting;
    this.status.hidden = isConnected && this.text.length > 0;
  }
}

/** The question; a long one shows its beginning, and the rest when it is wanted. */
function asked(question) {
  const isLong = question.length > LONG || question.split("\n").length > 6;
  const text = h("span", { class: `asked ${isLong ? "is-short" : ""}`, dir: "auto" }, question);
  const heading = h("h2", { class: "question" }, h("span", { class: "unseen" }, `${strings.turn.you}: `), text);
  if (!isLong) return [heading];
  const more = button(null, strings.turn.whole, () => {
    const isShort = text.classList.toggle("is-short");
    more.setAttribute("aria-expanded", String(!isShort));
    more.firstChild.textContent = isShort ? strings.turn.whole : strings.turn.short;
  }, { class: "button bare small", "aria-expanded": "false" });
  return [heading, more];
}

const titled = (name) => name[0].toUpperCase() + name.slice(1);

/** The documents that a question back is about, to be tapped. */
function choices(turn, ask) {
  const names = [...new Set(turn.citations.map((citation) => citation.document))];
  if (names.length < 2) return null;
  return h("div", { class: "choices", role: "group", "aria-label": strings.turn.choose }, names.map((name) => h("button", { type: "button", class: "button", dir: "auto", on: { click: () => ask(name) } }, name)));
}

function doubts(turn) {
  const wrong = turn.claims.filter((claim) => claim.status === "unsupported" || claim.status === "uncited");
  if (!wrong.length) return null;
  return h("ul", { class: "doubts" }, wrong.map((claim) => h("li", {}, icon("warning"), h("span", {}, h("strong", {}, strings.claims[claim.status]), ` ${claim.sentence}`))));
}

function nearest(places) {
  return h(
    "section",
    { class: "nearest" },
    h("h3", {}, strings.turn.nearest),
    places.map((place) =>
      h(
        "button",
        { type: "button", class: "card", on: { click: () => openPlace(place) } },
        icon("page"),
        h("span", {}, h("strong", { dir: "auto" }, place.document), h("small", {}, [place.place, place.heading_path.at(-1)].filter(Boolean).join(" · "))),
      ),
    ),
  );
}

async function copy(turn) {
  const sources = turn.citations.map((one) => `[${one.marker}] ${[one.document, one.place].filter(Boolean).join(", ")}`);
  try {
    await navigator.clipboard.writeText([turn.answer, ...sources].join("\n"));
    toast(strings.actions.copied);
  } catch {
    toast(strings.actions.copyFailed);
  }
}
