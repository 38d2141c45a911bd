// Quality: how it goes right now, how the questions of the last days were answered, and what evaluations measured.

import { Problem, api, path } from "./api.js";
import { openApprovals } from "./approval.js";
import { columns } from "./charts.js";
import { button, h } from "./dom.js";
import { evaluations } from "./evaluations.js";
import { health, nothing, panel, stages } from "./health.js";
import { failure, toast } from "./shell.js";
import { strings } from "./strings.js";

const words = strings.quality;
const PERIODS = [1, 7, 30, 90];
const EVERY_MS = 5_000;
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff]/g; // what ends a line of YAML though JSON lets it stand

export async function show(main) {
  const now = h("div", { class: "columns" });
  const past = h("div", { class: "quality" });
  const measured = h("div", { class: "quality" });
  const period = h("select", { "aria-label": words.period, on: { change: () => refill().catch((error) => toast(error.message)) } }, PERIODS.map((days) => h("option", { value: String(days), selected: days === 7 }, words.days(days))));
  const live = async () => now.replaceChildren(...(await Promise.all([openApprovals(), health()])).flat().filter(Boolean));
  const refill = async () => past.replaceChildren(...pastOf(await api(path`/api/v1/quality?days=${period.value}`)));
  await Promise.all([live(), refill()]);
  main.replaceChildren(
    h(
      "div",
      { class: "desk" },
      h("header", {}, h("h2", {}, words.title), h("p", {}, words.text)),
      section(words.now, null, now),
      section(words.past, period, past),
      section(words.measured, null, measured),
    ),
  );
  evaluations()
    .then((content) => measured.replaceChildren(...[content].flat().filter(Boolean)))
    .catch((error) => measured.replaceChildren(failure(error, () => show(main))));
  const timer = setInterval(() => {
    if (!now.isConnected) return clearInterval(timer);
    if (document.hidden || now.contains(document.activeElement)) return; // who reads with the keyboard keeps their place
    live().catch((error) => {
      if (!(error instanceof Problem)) throw error; // the next round tries again
    });
  }, EVERY_MS);
}

function section(title, choice, content) {
  return h("section", { class: "part" }, h("header", {}, h("h3", {}, title), choice), content);
}

function pastOf(found) {
  const thumbs = found.up + found.down;
  return [
    h(
      "div",
      { class: "figures" },
      share(words.refusals, found.refused, found.finished, words.refusalsFormula),
      share(words.failures, found.unanswered, found.turns, words.failuresFormula),
      share(words.thumbs, found.up, thumbs, words.thumbsFormula, words.thumbsSample(thumbs)),
    ),
    h("div", { class: "columns" }, days(found), stages(found.stages, `${words.speedFormula}.`)),
    h("div", { class: "columns" }, gaps(found), disliked(found)),
  ];
}

function share(title, part, whole, formula, sample = words.sample(whole)) {
  const value = whole ? `${((100 * part) / whole).toFixed(whole < 100 ? 0 : 1)} %` : words.noData;
  return panel(title, h("p", { class: whole ? "figure" : "soft" }, value), `${formula}; ${sample}.`);
}

function days(found) {
  const bars = Object.entries(found.days).map(([day, value]) => ({ label: new Date(`${day}T12:00Z`).toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" }), parts: [{ kind: "answered", value }] }));
  const title = `${words.turns}: ${bars.map(({ label, parts }) => `${label} ${parts[0].value}`).join(", ")}`;
  return panel(words.turns, found.turns ? columns(bars, title) : nothing(), `${words.turnsFormula}; ${words.sample(found.turns)}.`);
}

function gaps(found) {
  const rows = found.gaps.map((gap) => h("li", { class: "gap" }, h("span", {}, gap.question), h("span", { class: "soft" }, words.times(gap.times))));
  return h("section", { class: "panel" }, h("h4", {}, words.gaps), h("p", { class: "soft" }, words.gapsText), rows.length ? h("ul", { class: "plain" }, rows) : h("p", {}, words.none));
}

function disliked(found) {
  const rows = found.disliked.map((turn) => h("li", { class: "gap" }, h("span", {}, turn.question, turn.comment ? h("small", {}, turn.comment) : null), button("copy", words.draft, () => copy(turn), { quiet: true })));
  const saving = rows.length ? button("save", words.saveDrafts, () => save(found.disliked), { class: "button small" }) : null;
  return h("section", { class: "panel" }, h("header", {}, h("h4", {}, words.down), saving), rows.length ? h("ul", { class: "plain" }, rows) : h("p", {}, words.none));
}

/** A case for an evaluation suite; what the answer should be is for people to fill in. */
function draft(turn) {
  const name = turn.question.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || turn.turn_id;
  return [`- name: ${quoted(name)}`, `  inputs: ${quoted(turn.question)}`, ...(turn.comment ? [`  # ${quoted(turn.comment)}`] : [])].join("\n");
}

const quoted = (text) => JSON.stringify(text).replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

async function copy(turn) {
  try {
    await navigator.clipboard.writeText(`${draft(turn)}\n`);
    toast(strings.actions.copied);
  } catch {
    toast(strings.actions.copyFailed);
  }
}

function save(turns) {
  const text = `# ${words.draftsHead}\ncases:\n${turns.map(draft).join("\n").replace(/^/gm, "  ")}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  h("a", { href: url, download: "drafts.yaml" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
