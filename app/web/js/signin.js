// Signing in with a key, where the server asks for one.

import { h, icon } from "./dom.js";
import { strings } from "./strings.js";

/** The form. `onKey(key, stay)` is called with what was entered; `refused`: the key before was wrong. */
export function form(refused, onKey) {
  const key = h("input", { id: "key", type: "password", required: true, autocomplete: "current-password", spellcheck: "false", "aria-describedby": "key-hint" });
  const stay = h("input", { id: "stay", type: "checkbox" });
  const box = h(
    "form",
    {
      class: "sign-in",
      on: {
        submit: (event) => {
          event.preventDefault();
          onKey(key.value.trim(), stay.checked);
        },
      },
    },
    h("img", { src: "/web/icon.svg", alt: "", width: 64, height: 64 }),
    h("h1", {}, strings.signIn.title),
    h("p", { id: "key-hint" }, strings.signIn.text),
    refused ? h("p", { class: "refused", role: "alert" }, icon("warning"), h("span", {}, strings.signIn.wrong)) : null,
    h("label", { for: "key" }, strings.signIn.key),
    key,
    h("label", { class: "check" }, stay, h("span", {}, strings.signIn.stay)),
    h("button", { class: "button strong", type: "submit" }, icon("key"), h("span", {}, strings.signIn.go)),
  );
  queueMicrotask(() => key.focus());
  return box;
}
