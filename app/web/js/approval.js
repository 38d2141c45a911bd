// What a tool wants to do and a person must allow: a card in the turn, and the list of all that waits for one's word.

import { Problem, api, path, session } from "./api.js";
import { button, h, icon } from "./dom.js";
import { toast } from "./shell.js";
import { strings } from "./strings.js";

const words = strings.approval;
const RANKS = ["crew", "manager", "admin"];

/** The card of a call that waits; `said(answer)` shows what somebody has said to it, `closed(why)` that nobody can. */
export class ApprovalCard {
  constructor(turnId, asked) {
    Object.assign(this, { turnId, asked });
    this.foot = h("div", { class: "approval-foot" });
    this.element = h(
      "section",
      { class: "approval", "aria-label": words.title },
      h("h3", {}, icon("key"), words.title),
      h("p", { class: "approval-action" }, asked.action),
      h("dl", { class: "facts" }, Object.entries(asked.arguments).map(([name, value]) => h("div", {}, h("dt", {}, name.replaceAll("_", " ")), h("dd", {}, typeof value === "string" ? value : JSON.stringify(value))))),
      this.foot,
    );
    if (asked.answer) this.said(asked.answer);
    else this.ask();
  }

  ask() {
    const until = new Date(this.asked.expires_at).toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    if (RANKS.indexOf(session.role) < RANKS.indexOf(this.asked.role)) {
      this.foot.replaceChildren(h("p", { class: "soft" }, words.others(strings.signIn.role[this.asked.role], until)));
      return;
    }
    const reason = h("input", { type: "text", maxLength: 500, "aria-label": words.reason, placeholder: words.reason });
    this.foot.replaceChildren(
      reason,
      h("div", { class: "approval-buttons" }, button("check", words.allow, () => this.answer(true, reason.value), { kind: "strong" }), button("close", words.refuse, () => this.answer(false, reason.value))),
      h("small", {}, words.until(this.asked.asked_by, until)),
    );
  }

  async answer(approve, reason) {
    try {
      const { approvals } = await api(path`/api/v1/turns/${this.turnId}/approvals`, { method: "POST", body: { call_id: this.asked.call_id, approve, reason } });
      const now = approvals.find((one) => one.call_id === this.asked.call_id);
      if (now?.answer) this.said(now.answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast(error.message);
    }
  }

  said({ approved, by, reason }) {
    const text = approved ? words.allowed(by) : words.refused(by);
    this.end(approved ? "check" : "close", reason ? `${text}: ${reason}` : `${text}.`);
  }

  closed(why) {
    if (!this.isOver) this.end("stop", why);
  }

  end(name, text) {
    this.isOver = true;
    this.element.classList.add("is-answered");
    this.foot.replaceChildren(h("p", { role: "status" }, icon(name), h("span", {}, text)));
  }
}

/** The cards of everything that waits for the caller's word; null when nothing does. */
export async function openApprovals() {
  const { turns } = await api("/api/v1/approvals");
  const cards = turns.flatMap((turn) => turn.approvals.filter((asked) => !asked.answer).map((asked) => new ApprovalCard(turn.turn_id, asked).element));
  return cards.length ? h("div", { class: "whole-row approvals" }, cards) : null;
}
