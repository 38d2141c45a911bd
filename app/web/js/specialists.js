// Specialists: who there is, what each may do, and who would answer a question.

import { Problem, api } from "./api.js";
import { h, icon, iconOf } from "./dom.js";
import { toast } from "./shell.js";
import { strings } from "./strings.js";

const words = strings.specialists;
const SHOWN_EXAMPLES = 4;

export async function show(main) {
  const { specialists } = await api(`/api/v1/specialists?examples=${SHOWN_EXAMPLES}`);
  main.replaceChildren(
    h(
      "div",
      { class: "desk" },
      h("header", {}, h("h2", {}, words.title), h("p", {}, words.text)),
      trial(),
      h("div", { class: "columns" }, specialists.map(card)),
    ),
  );
}

function card(one) {
  return h(
    "section",
    { class: "panel" },
    h("h3", { class: "specialist-name" }, icon(iconOf(one.name)), one.title),
    h("p", {}, one.description),
    one.must_retrieve ? h("p", { class: "soft" }, words.evidence) : null,
    one.capabilities.length ? [h("h4", {}, words.can), h("ul", { class: "abilities" }, one.capabilities.map((name) => h("li", {}, words.abilities(name))))] : null,
    one.examples.length ? [h("h4", {}, words.examples), h("ul", { class: "plain" }, one.examples.map((text) => h("li", {}, text)))] : null,
  );
}

function trial() {
  const field = h("input", { type: "text", "aria-label": words.tryLabel, placeholder: words.tryLabel, maxLength: 8000, required: true });
  const result = h("div", { class: "chances", "aria-live": "polite" });
  return h(
    "section",
    { class: "panel" },
    h("h3", {}, words.try),
    h(
      "form",
      {
        class: "try",
        on: {
          submit: async (event) => {
            event.preventDefault();
            try {
              result.replaceChildren(...chances(await api("/api/v1/classify", { method: "POST", body: { message: field.value } })));
            } catch (error) {
              if (!(error instanceof Problem)) throw error;
              toast(error.message);
            }
          },
        },
      },
      field,
      h("button", { type: "submit", class: "button strong" }, words.go),
    ),
    result,
  );
}

function chances(decision) {
  const ranked = Object.entries(decision.probabilities).sort(([, a], [, b]) => b - a);
  return [
    h("p", {}, decision.routes.length ? `${decision.reason}.` : `${words.nobody} ${decision.reason}.`),
    ...ranked.map(([name, share]) => {
      const percent = `${Math.round(share * 100)} %`;
      return h("div", { class: "chance" }, h("span", {}, name), h("progress", { max: 1, value: share, "aria-label": name }), h("span", {}, percent));
    }),
  ];
}
