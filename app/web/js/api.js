// The public API: requests with the key, problems as errors, event streams that can be read from any number on.

import { strings } from "./strings.js";

const KEY = "linelead.key";
const LEAVE = "linelead.sign-out"; // where the issuer of a token ends its own session
const SENDABLE = /^[\x20-\x7e]*$/; // what a header may carry; every key is made of it
const STALLED_MS = 45_000; // three heartbeats of the server

/** What the API refused. `code` is stable, `message` a sentence for people; `status` 0: there was no answer. */
export class Problem extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The key, kept in this browser, and the role that the server says it has. */
export const session = {
  role: "crew",
  get key() {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  },
  /** `stay` keeps a key in this browser; what is not to stay is gone with the tab. */
  signIn(key, { stay = false, leave = "" } = {}) {
    (stay ? localStorage : sessionStorage).setItem(KEY, key);
    sessionStorage.setItem(LEAVE, leave);
  },
  /** Forgets the key; gives the address to leave the issuer by, empty without one. */
  signOut() {
    const leave = sessionStorage.getItem(LEAVE) ?? "";
    for (const name of [KEY, LEAVE]) sessionStorage.removeItem(name);
    localStorage.removeItem(KEY);
    return leave;
  },
};

/** The headers of every request. */
export function headers(more = {}) {
  return session.key ? { authorization: `Bearer ${session.key}`, ...more } : more;
}

async function problemOf(response) {
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401) dispatchEvent(new CustomEvent("signed-out"));
  return new Problem(response.status, problem.code ?? "http_error", problem.detail ?? strings.errors.unknown(response.status));
}

/** Whether the server was reached last: a browser that has a network need not reach it. "network" is heard when that
 * changes. */
export const network = { reached: true };

function heard(reached) {
  if (network.reached === reached) return;
  network.reached = reached;
  dispatchEvent(new CustomEvent("network"));
}

/** The response of a request. Throws Problem; one with status 0 when the server cannot be reached, and with 401
 * for a key that cannot even be sent. */
export async function request(path, { method = "GET", body, accept, signal, keepalive, ...more } = {}) {
  if (!SENDABLE.test(session.key ?? "")) throw new Problem(401, "unsendable_key", strings.signIn.wrong);
  const given = headers({ ...more, ...(body ? { "content-type": "application/json" } : {}), ...(accept ? { accept } : {}) });
  let response;
  try {
    response = await fetch(path, { method, headers: given, signal, keepalive, body: body && JSON.stringify(body) });
  } catch (error) {
    if (error.name === "AbortError" || error.name === "TimeoutError") throw error; // the caller's own patience
    heard(false);
    throw new Problem(0, "offline", strings.errors.offline);
  }
  heard(true);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The JSON of a response; null when it has none. */
export async function api(path, options) {
  const response = await request(path, options);
  return response.status === 204 ? null : response.json();
}

/** A picture or a recording as an address for an element; `forget()` it with URL.revokeObjectURL. */
export async function blob(path, signal) {
  return URL.createObjectURL(await (await request(path, { signal })).blob());
}

/** The events of a response as {id, name, data}. Throws when the stream is silent for longer than its heartbeats. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await within(STALLED_MS, reader.read());
      if (done) return;
      rest += value;
      const blocks = rest.split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) {
        const fields = fieldsOf(block);
        if (fields.data) yield { id: Number(fields.id ?? 0), name: fields.event ?? "message", data: JSON.parse(fields.data) };
      }
    }
  } finally {
    reader.cancel().catch(() => null); // the other end may be gone already
  }
}

function fieldsOf(block) {
  const fields = {};
  for (const line of block.split("\n")) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name) fields[name] = fields[name] === undefined ? value : `${fields[name]}\n${value}`;
  }
  return fields;
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem(0, "stalled", strings.errors.offline)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits, but no longer than until the browser is online or looked at again, or `signal` says that nobody waits. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      document.removeEventListener("visibilitychange", end);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end);
    document.addEventListener("visibilitychange", end);
    signal?.addEventListener("abort", end);
  });
}

export const path = (parts, ...values) =>
  String.raw({ raw: parts }, ...values.map((value) => encodeURIComponent(value)));
