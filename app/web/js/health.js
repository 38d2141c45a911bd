// How the answering goes right now: live charts over the last minutes, each with its formula and the size of its sample.

import { api, path } from "./api.js";
import { columns, legend, lines } from "./charts.js";
import { h } from "./dom.js";
import { strings } from "./strings.js";

const words = strings.quality;
const MINUTES = 30;
const SAMPLES = 60; // of the queue, as many as a line has room for

let queue = []; // [moment, documents that wait], from when this page was first looked at

/** The panels as they stand now. */
export async function health() {
  const found = await api(path`/api/v1/quality/health?minutes=${MINUTES}`);
  queue = [...queue, [new Date(), found.documents_waiting]].slice(-SAMPLES);
  return [turns(found), speed(found), stages(found.stages, words.speedNow(MINUTES)), waiting(found)];
}

/** A panel: a title, what it shows, and where its numbers are from. */
export function panel(title, content, source) {
  return h("section", { class: "panel" }, h("h4", {}, title), content, h("small", {}, source));
}

/** The percentiles of every stage as a table. */
export function stages(all, source) {
  const rows = all.map((stage) =>
    h("tr", {}, h("th", { scope: "row" }, words.stages[stage.stage] ?? stage.stage), h("td", {}, milliseconds(stage.p50)), h("td", {}, milliseconds(stage.p95)), h("td", {}, stage.turns.toLocaleString("en"))),
  );
  const head = h("tr", {}, [words.stage, words.p50, words.p95, words.turnsShort].map((name) => h("th", { scope: "col" }, name)));
  return panel(words.stagesTitle, h("div", { class: "table", tabindex: "0", role: "region", "aria-label": words.stagesTitle }, h("table", {}, h("thead", {}, head), h("tbody", {}, rows))), source);
}

function turns(found) {
  const bars = found.minutes.map(({ at, turns: all, refused, unanswered }) => ({
    label: clock(new Date(at)),
    parts: [{ kind: "answered", value: all - refused - unanswered }, { kind: "unfound", value: refused }, { kind: "unanswered", value: unanswered }],
  }));
  const title = words.perMinuteSaid(found.turns, found.refused, found.unanswered, MINUTES);
  const plot = [columns(bars, title), legend([["answered", words.answered], ["unfound", words.refusals], ["unanswered", words.failures]])];
  return panel(words.perMinute, found.turns ? plot : nothing(), `${words.perMinuteFormula}; ${words.sample(found.turns)}.`);
}

function speed(found) {
  const labels = found.minutes.map(({ at }) => clock(new Date(at)));
  const of = (share) => found.minutes.map(({ times }) => times[share]);
  const whole = found.stages.find(({ stage }) => stage === "total");
  const title = words.speedSaid(milliseconds(whole.p50), milliseconds(whole.p95), MINUTES);
  const plot = [lines(labels, [{ kind: "p95", values: of("p95") }, { kind: "p50", values: of("p50") }], title, milliseconds), legend([["p50", words.p50], ["p95", words.p95]])];
  return panel(words.speed, found.finished ? plot : nothing(), `${words.speedMinuteFormula}; ${words.sample(found.finished)}.`);
}

function waiting(found) {
  const labels = queue.map(([at]) => clock(at));
  const title = words.queueSaid(found.documents_waiting);
  const now = h("p", { class: "now" }, h("strong", { class: "figure" }, String(found.documents_waiting)), h("span", {}, words.queueNow), h("strong", { class: "figure" }, String(found.answering)), h("span", {}, words.answeringNow));
  const plot = queue.length > 1 ? lines(labels, [{ kind: "p50", values: queue.map(([, number]) => number) }], title, Math.round) : null;
  return panel(words.queue, [now, plot], `${words.queueFormula}; ${words.looks(queue.length)}.`);
}

export const nothing = () => h("p", { class: "soft" }, words.noData);

const clock = (at) => at.toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const milliseconds = (value) => (value === null ? words.blank : value < 1_000 ? `${Math.round(value)} ms` : `${(value / 1_000).toFixed(1)} s`);
