// Thumbs, and a comment with them.

import { Problem, api, path } from "./api.js";
import { button, h } from "./dom.js";
import { toast } from "./shell.js";
import { strings } from "./strings.js";

/** The buttons for a turn; `stored` holds what was given before. */
export function feedback(turnId, stored) {
  let rating = stored?.rating ?? null;
  const room = h("span", { class: "thumbs" });
  const thumb = (name) => button(name, strings.actions[name], () => give(name), { quiet: true });
  const up = thumb("up");
  const down = thumb("down");

  const tell = () => {
    up.setAttribute("aria-pressed", String(rating === "up"));
    down.setAttribute("aria-pressed", String(rating === "down"));
  };
  const send = async (body) => {
    try {
      const now = await api(path`/api/v1/turns/${turnId}/feedback`, { method: "POST", body });
      rating = now.rating;
      tell();
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast(error.message);
      return false;
    }
  };
  const give = async (name) => {
    const isSent = await send({ rating: name });
    room.querySelector("form")?.remove();
    if (isSent && name === "down") room.append(comment(stored?.comment ?? "", (text) => send({ rating: "down", comment: text }), down));
    else if (isSent) toast(strings.actions.thanks);
  };
  tell();
  room.append(up, down);
  return room;
}

/** The form for a comment; `opener` has the focus when it is sent. */
function comment(text, send, opener) {
  const id = `comment-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const field = h("textarea", { id, rows: 2, maxLength: 2000, value: text, "aria-describedby": `${id}-hint` });
  const form = h(
    "form",
    {
      class: "comment",
      on: {
        submit: async (event) => {
          event.preventDefault();
          if (await send(field.value)) {
            form.remove();
            opener.focus({ preventScroll: true });
            toast(strings.actions.thanks);
          }
        },
      },
    },
    h("label", { for: id }, strings.actions.comment),
    field,
    h("small", { id: `${id}-hint` }, strings.actions.commentHint),
    h("button", { type: "submit", class: "button strong" }, strings.actions.sendComment),
  );
  queueMicrotask(() => {
    field.focus({ preventScroll: true });
    form.scrollIntoView({ block: "center" });
  });
  return form;
}
