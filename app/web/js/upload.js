// Sending files: dropped, picked or photographed, several at once, with the bytes on their way shown.

import { headers } from "./api.js";
import { button, h, icon } from "./dom.js";
import { strings } from "./strings.js";

const words = strings.documents;

/** The place where files are dropped. `onSent(documents)` gets what the API made of each upload. */
export function sender(onSent) {
  const picker = h("input", { type: "file", multiple: true, tabindex: "-1", "aria-label": words.add, on: { change: () => take(picker) } });
  const camera = h("input", { type: "file", accept: "image/*", capture: "environment", tabindex: "-1", "aria-label": words.photo, on: { change: () => take(camera) } });
  const collection = h("input", { type: "text", id: "collection", value: "general", autocomplete: "off", maxLength: 60 });
  const list = h("ul", { class: "files" });
  const place = h(
    "div",
    { class: "drop" },
    button("plus", words.add, () => picker.click(), { kind: "strong" }),
    button("camera", words.photo, () => camera.click()),
    h("div", { class: "field" }, h("label", { for: "collection" }, words.collection), collection),
    h("span", { class: "soft" }, words.drop),
    picker,
    camera,
  );
  const take = (input) => {
    send([...input.files]);
    input.value = "";
  };
  const send = (files) => files.forEach((file) => list.append(sending(file, collection.value.trim() || "general", onSent)));

  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    send([...event.dataTransfer.files]);
  });
  return h("div", { class: "columns-none" }, place, list);
}

/** Keeps the browser from opening a file that is dropped beside the place for it, until another screen shows. */
export function guardDrops() {
  const leaving = new AbortController();
  addEventListener("hashchange", () => leaving.abort(), { once: true });
  const guard = (event) => event.dataTransfer.types.includes("Files") && event.preventDefault();
  for (const name of ["dragover", "drop"]) document.addEventListener(name, guard, { signal: leaving.signal });
}

/** A file on its way; its row goes when the API has it, and stays with the reason when it was refused. */
function sending(file, collection, onSent) {
  const bar = h("progress", { max: 1, value: 0, "aria-label": file.name });
  const text = h("p", { class: "reason", role: "status" }, words.sending(0));
  const name = h("strong", { dir: "auto" }, file.name);
  const row = h("li", { class: "file" }, h("div", { class: "file-line" }, h("span", { class: "sending" }, name)), bar, text);
  const gone = () => {
    row.parentElement.previousSibling.querySelector("button").focus();
    row.remove();
  };
  const stop = button("stop", words.cancel(file.name), () => {
    sent.abort();
    gone();
  }, { quiet: true });
  row.querySelector(".file-line").append(stop);
  // XMLHttpRequest because fetch does not tell how much has been sent
  const sent = new XMLHttpRequest();
  sent.responseType = "json";
  sent.upload.addEventListener("progress", (event) => {
    bar.value = event.loaded / event.total;
    text.textContent = words.sending(Math.round((100 * event.loaded) / event.total));
  });
  const refuse = (reason) => {
    bar.remove();
    stop.remove();
    text.replaceChildren(icon("warning"), ` ${reason}`);
    text.setAttribute("role", "alert");
    row.querySelector(".file-line").append(button("close", strings.close, gone, { quiet: true }));
  };
  sent.addEventListener("load", () => {
    if (sent.status >= 300) return refuse(sent.response?.detail ?? strings.errors.unknown(sent.status));
    row.remove();
    onSent(sent.response.documents);
  });
  sent.addEventListener("error", () => refuse(strings.errors.offline));
  const body = new FormData();
  body.append("collection", collection);
  body.append("files", file, file.name);
  sent.open("POST", "/api/v1/documents");
  for (const [header, value] of Object.entries(headers())) sent.setRequestHeader(header, value);
  sent.send(body);
  return row;
}
