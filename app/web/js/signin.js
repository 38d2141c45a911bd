// Signing in, where the server asks for it: with a key, or with the account of an issuer.

import { Problem, api, session } from "./api.js";
import { h, icon } from "./dom.js";
import { strings } from "./strings.js";

const words = strings.signIn;
const OIDC = "/api/v1/sign-in/oidc";
const PLACE = "linelead.place"; // where somebody was before they were sent to the issuer

/** The form. `onKey(key, stay)` is called with what was entered; `wrong` says what did not work before. */
export function form(wrong, onKey) {
  const isKey = wrong === words.wrong; // else it is the issuer's account that did not work
  const key = h("input", {
    id: "key",
    type: "password",
    required: true,
    autocomplete: "current-password",
    spellcheck: "false",
    "aria-invalid": isKey ? "true" : null,
    "aria-describedby": isKey ? "sign-in-wrong key-hint" : "key-hint",
  });
  const stay = h("input", { id: "stay", type: "checkbox" });
  const issuer = h("div", { class: "issuer", hidden: true });
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
    h("h1", {}, words.title),
    wrong ? h("p", { id: "sign-in-wrong", class: "refused", role: "alert" }, icon("warning"), h("span", {}, wrong)) : null,
    issuer,
    h("p", { id: "key-hint" }, words.text),
    h("label", { for: "key" }, words.key),
    key,
    h("label", { class: "check" }, stay, h("span", {}, words.stay)),
    h("button", { class: "button strong", type: "submit" }, icon("key"), h("span", {}, words.go)),
  );
  queueMicrotask(() => key.focus());
  offer(issuer).catch((error) => {
    if (!(error instanceof Problem)) throw error; // a key can be entered all the same
  });
  return box;
}

/** Offers the issuer's sign-in where there is one. */
async function offer(room) {
  const { oidc } = await api("/api/v1/sign-in");
  if (!oidc) return;
  const leave = () => sessionStorage.setItem(PLACE, location.hash);
  room.replaceChildren(h("a", { class: "button strong", href: OIDC, on: { click: leave } }, icon("people"), h("span", {}, words.account)), h("p", { class: "or" }, words.or));
  room.hidden = false;
}

/** Takes in what the issuer sent back, and the address bar forgets it; what did not work as a sentence, else "". */
export async function comeBack() {
  const sent = new URLSearchParams(location.search);
  history.replaceState(null, "", `/${sessionStorage.getItem(PLACE) ?? ""}`);
  sessionStorage.removeItem(PLACE);
  if (!sent.has("code")) return words.notConfirmed;
  try {
    const { token, sign_out: leave } = await api(OIDC, { method: "POST", body: { code: sent.get("code"), state: sent.get("state") } });
    session.signIn(token, { leave });
    return "";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.message;
  }
}
