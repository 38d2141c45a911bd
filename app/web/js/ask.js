// One question on its way: asked once however often it is sent, and its events read to the last, whatever happens to
// the connection. Nothing is lost or doubled: every event has a number, and reading goes on after the last one seen.

import { Problem, api, events, path, pause, request } from "./api.js";

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 8_000;
const MOST_TRIES = 4; // of a question that the server fails to take, over about three seconds
const ENDINGS = new Set(["done", "error", "stopped"]);
const STREAM = "text/event-stream";

/** A turn that is being answered. `onEvent(name, data)`, `onConnection(connected)`. */
export class Asking {
  constructor({ question, sessionId, specialist, turnId, after = 0, onEvent, onConnection = () => {} }) {
    this.key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    Object.assign(this, { question, sessionId, specialist, turnId, after, onEvent, onConnection });
    this.ended = false;
    this.cancelling = new AbortController();
  }

  get isCancelled() {
    return this.cancelling.signal.aborted;
  }

  /** Reads to the last event, or until it is cancelled. Throws Problem when the question is refused,
   * or the server has failed to take it so often that waiting would not help. */
  async run() {
    let wait = FIRST_PAUSE_MS;
    let failures = 0;
    while (!this.ended) {
      try {
        const response = await this.connect();
        this.onConnection(true);
        wait = FIRST_PAUSE_MS;
        for await (const event of events(response)) this.take(event);
        if (!this.ended) await pause(FIRST_PAUSE_MS);
      } catch (error) {
        if (this.isCancelled) return;
        const { status } = error instanceof Problem ? error : { status: 0 };
        if (status >= 500 && !this.turnId) failures += 1;
        if ((status !== 0 && status < 500) || failures === MOST_TRIES) throw error;
        this.onConnection(false);
        await pause(wait, this.cancelling.signal);
        wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  connect() {
    const { signal } = this.cancelling;
    if (this.turnId) return request(path`/api/v1/turns/${this.turnId}/events?after=${this.after}`, { accept: STREAM, signal });
    const body = { message: this.question };
    if (this.sessionId) body.session_id = this.sessionId;
    if (this.specialist) body.specialist = this.specialist;
    return request("/api/v1/chat", { method: "POST", body, signal, accept: STREAM, "idempotency-key": this.key });
  }

  take({ id, name, data }) {
    if (id && id <= this.after) return;
    this.after = id || this.after;
    if (name === "started") {
      this.turnId = data.turn_id;
      this.sessionId = data.session_id;
    }
    if (ENDINGS.has(name)) this.ended = true;
    this.onEvent(name, data);
  }

  /** Stops the answer; what is written stays. A question that no turn has begun for is not sent any more. */
  async stop() {
    if (this.turnId) await api(path`/api/v1/turns/${this.turnId}/stop`, { method: "POST" });
    else this.cancel();
  }

  cancel() {
    this.ended = true;
    this.cancelling.abort();
  }
}
