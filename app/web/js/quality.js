// Quality: how the questions of the workspace were answered, each figure with its formula and the size of its sample.

import { Problem, api, path } from "./api.js";
import { columns } from "./charts.js";
import { button, h } from "./dom.js";
import { toast } from "./shell.js";
import { strings } from "./strings.js";

const words = strings.quality;
const PERIODS = [1, 7, 30, 90];
const EVERY_MS = 15_000;

export async function show(main) {
  const room = h("div", { class: "quality" });
  const period = h("select", { "aria-label": words.title, on: { change: () => fill().catch((error) => toast(error.message)) } }, PERIODS.map((days) => h("option", { value: String(days), selected: days === 7 }, words.period(days))));
  const fill = async () => {
    const found = await api(path`/api/v1/quality?days=${period.value}`);
    room.replaceChildren(figures(found), times(found), days(found), h("div", { class: "columns" }, gaps(found), disliked(found)));
  };
  await fill();
  main.replaceChildren(h("div", { class: "desk" }, h("header", {}, h("h2", {}, words.title), h("p", {}, words.text)), period, room));
  const timer = setInterval(() => {
    if (!room.isConnected) return clearInterval(timer);
    if (document.hidden) return;
    fill().catch((error) => {
      if (!(error instanceof Problem)) throw error; // the next round tries again
    });
  }, EVERY_MS);
}

function figures(found) {
  const thumbs = found.up + found.down;
  return h(
    "div",
    { class: "figures" },
    share(words.refusals, found.refused, found.finished, words.refusalsFormula),
    share(words.failures, found.unanswered, found.turns, words.failuresFormula),
    share(words.thumbs, found.up, thumbs, words.thumbsFormula, words.thumbsSample(thumbs)),
  );
}

function share(title, part, whole, formula, sample = words.sample(whole)) {
  const value = whole ? `${((100 * part) / whole).toFixed(whole < 100 ? 0 : 1)} %` : words.noData;
  return h("section", { class: "panel" }, h("h3", {}, title), h("p", { class: whole ? "figure" : "soft" }, value), h("small", {}, `${formula}; ${sample}.`));
}

function times(found) {
  const rows = found.stages.map((stage) =>
    h("tr", {}, h("th", { scope: "row" }, words.stages[stage.stage] ?? stage.stage), h("td", {}, milliseconds(stage.p50)), h("td", {}, milliseconds(stage.p95)), h("td", {}, stage.turns.toLocaleString("en"))),
  );
  return h(
    "section",
    { class: "panel" },
    h("h3", {}, words.speed),
    h("div", { class: "table", tabindex: "0", role: "region", "aria-label": words.speed }, h("table", {}, h("thead", {}, h("tr", {}, [words.stage, words.p50, words.p95, words.turnsShort].map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows))),
    h("small", {}, `${words.speedFormula}.`),
  );
}

const milliseconds = (value) => (value === null ? words.noData : value < 1_000 ? `${Math.round(value)} ms` : `${(value / 1_000).toFixed(1)} s`);

function days(found) {
  const values = Object.entries(found.days).map(([day, number]) => [new Date(`${day}T12:00Z`).toLocaleDateString("en", { day: "numeric", month: "short" }), number]);
  const title = `${words.turns}: ${values.map(([day, number]) => `${day} ${number}`).join(", ")}`;
  return h("section", { class: "panel" }, h("h3", {}, words.turns), found.turns ? columns(values, title) : h("p", { class: "soft" }, words.noData), h("small", {}, `${words.turnsFormula}; ${words.sample(found.turns)}.`));
}

function gaps(found) {
  const rows = found.gaps.map((gap) => h("li", { class: "gap" }, h("span", {}, gap.question), h("span", { class: "soft" }, words.times(gap.times))));
  return h("section", { class: "panel" }, h("h3", {}, words.gaps), h("p", { class: "soft" }, words.gapsText), rows.length ? h("ul", { class: "plain" }, rows) : h("p", {}, words.none));
}

function disliked(found) {
  const rows = found.disliked.map((turn) => h("li", { class: "gap" }, h("span", {}, turn.question, turn.comment ? h("small", {}, ` ${turn.comment}`) : null), button("copy", words.draft, () => copy(turn), { quiet: true })));
  return h("section", { class: "panel" }, h("h3", {}, words.down), rows.length ? h("ul", { class: "plain" }, rows) : h("p", {}, words.none));
}

/** Puts a case for an evaluation suite on the clipboard; what the answer should be is for people to fill in. */
async function copy(turn) {
  const name = turn.question.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  const lines = [`- name: ${JSON.stringify(name)}`, `  inputs: ${JSON.stringify(turn.question)}`, ...(turn.comment ? [`  # ${turn.comment.replace(/\s+/g, " ")}`] : [])];
  try {
    await navigator.clipboard.writeText(`${lines.join("\n")}\n`);
    toast(strings.actions.copied);
  } catch {
    toast(strings.actions.copyFailed);
  }
}
