// The evaluation reports of the data folder: each suite's figures against its thresholds, and who was taken for whom.

import { api } from "./api.js";
import { confusion, interval, legend } from "./charts.js";
import { h } from "./dom.js";
import { strings } from "./strings.js";

const words = strings.evaluations;
const COMMAND = "linelead eval";
const FIRST_SENTENCE = /^.*?(?:[.?!](?=\s)|$)/s;

/** The newest report, with a choice of those before. */
export async function evaluations() {
  const { evaluations: found } = await api("/api/v1/quality/evaluations");
  if (!found.length) return h("section", { class: "panel" }, h("p", {}, words.none), h("pre", { class: "command", tabindex: "0" }, COMMAND));
  const room = h("div", { class: "suites" });
  const show = (report) => room.replaceChildren(about(report), key(), h("div", { class: "columns" }, report.suites.map(suite)));
  const choice = h("select", { "aria-label": words.title, on: { change: () => show(found[Number(choice.value)]) } }, found.map((report, index) => h("option", { value: String(index) }, moment(report.created_at))));
  show(found[0]);
  return [found.length > 1 ? choice : null, room];
}

function about(report) {
  const program = `${report.commit}${report.is_changed ? words.changed : ""}`;
  return h("p", { class: "soft" }, [moment(report.created_at), report.target, report.library, program].filter(Boolean).join(" · "));
}

function key() {
  return h("div", {}, legend([["met", words.met], ["missed", words.missed], ["whisker-key", words.interval], ["bound-key", words.threshold]]), h("small", {}, words.formula));
}

function suite(one) {
  const judged = one.checks.filter((check) => check.value !== null);
  const blank = one.checks.filter((check) => check.value === null);
  return h(
    "section",
    { class: one.confusions.length ? "panel whole-row" : "panel" },
    h("header", {}, h("h4", {}, named(one.name)), h("small", {}, words.cases(one.cases))),
    h("p", { class: "soft" }, FIRST_SENTENCE.exec(one.about.replaceAll("`", ""))[0]),
    judged.map(check),
    blank.map((each) => h("p", { class: "soft" }, `${named(each.metric)}: ${each.reason || words.states[each.state]}`)),
    one.confusions.map((matrix) => confusion(matrix, { caption: matrix.title, row: words.expected, column: words.chosen, all: words.all })),
  );
}

function check(one) {
  const most = one.share ? 1 : Math.max(1e-9, one.bound, one.value, one.high ?? 0) * 1.1;
  const kind = one.state === "failed" ? "missed" : "met";
  const value = shown(one.value, one);
  const rule = `${one.at_least ? "≥" : "≤"} ${shown(one.bound, one)}`;
  const range = one.low === null ? "" : words.range(shown(one.low, one), shown(one.high, one));
  return h(
    "div",
    { class: "check" },
    h("span", { class: "check-name" }, named(one.metric)),
    h("strong", {}, value),
    interval({ ...one, most, kind }, [`${named(one.metric)} ${value}`, range, rule, words.states[one.state]].filter(Boolean).join(", ")),
    h("small", {}, [`${rule}: ${words.states[one.state]}`, range, words.cases(one.n)].filter(Boolean).join(" · ")),
  );
}

/** A value as people read it: shares in per cent, others with their unit. */
function shown(value, { share, unit }) {
  if (share) return `${(100 * value).toFixed(1)} %`;
  return `${value >= 100 ? Math.round(value).toLocaleString("en") : Number(value.toPrecision(3))}${unit ? ` ${unit}` : ""}`;
}

const moment = (at) => new Date(at).toLocaleString("en", { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });

const named = (name) => {
  const plain = name.replaceAll("_", " ");
  return plain[0].toUpperCase() + plain.slice(1);
};
