// A session's web socket: what happens in the session on any device, as it happens. It costs nothing while nothing
// happens; after a drop it is opened again and goes on after the last event that came.

import { Problem, api, path, pause, session } from "./api.js";

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 15_000;
const OPENS_MS = 1_000; // how long reading the session waits for its socket
const ANSWERS_MS = 5_000;

/** `onEvent({turn_id, number, event, data})`, `onMissed()`: something may have happened unseen, `onConnection(open)`. */
export class Live {
  constructor(sessionId, { onEvent, onMissed, onConnection }) {
    Object.assign(this, { sessionId, onEvent, onMissed, onConnection, sequence: null, isClosed: false, isLate: false });
    this.check = () => !document.hidden && this.ping();
    document.addEventListener("visibilitychange", this.check);
    addEventListener("online", this.check);
  }

  /** Opens it, and keeps it open until `close`. Resolves when it is open, or when that takes too long to wait for. */
  open() {
    return new Promise((resolve) => {
      const opened = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.isLate = true;
        resolve();
      }, OPENS_MS);
      this.keep(opened);
    });
  }

  close() {
    this.isClosed = true;
    document.removeEventListener("visibilitychange", this.check);
    removeEventListener("online", this.check);
    this.socket?.close();
  }

  async keep(opened) {
    let wait = FIRST_PAUSE_MS;
    while (!this.isClosed) {
      const wasOpen = await this.once(opened);
      this.isLate = true;
      if (this.isClosed) return;
      if (wasOpen) wait = FIRST_PAUSE_MS;
      else if (await this.isRefused()) return;
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }

  /** One connection, from its beginning to its end; whether it came to be. */
  once(opened) {
    const after = this.sequence === null ? "" : path`?after=${this.sequence}`;
    const address = new URL(path`/api/v1/sessions/${this.sessionId}/ws` + after, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    this.socket = new WebSocket(address, session.key ? ["linelead", `bearer.${session.key}`] : []);
    let wasOpen = false;
    return new Promise((resolve) => {
      this.socket.addEventListener("open", () => {
        wasOpen = true;
        opened();
        this.onConnection(true);
        if (this.isLate && this.sequence === null) this.onMissed();
      });
      this.socket.addEventListener("message", ({ data }) => this.take(JSON.parse(data)));
      this.socket.addEventListener("close", () => {
        clearTimeout(this.unanswered);
        this.onConnection(false);
        resolve(wasOpen);
      });
    });
  }

  take(message) {
    clearTimeout(this.unanswered);
    if (message.type !== "event" || message.sequence <= (this.sequence ?? 0)) return;
    this.sequence = message.sequence;
    this.onEvent(message);
  }

  /** After a sleep a connection can look open and be none. */
  ping() {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    clearTimeout(this.unanswered);
    this.unanswered = setTimeout(() => this.socket.close(), ANSWERS_MS);
    this.socket.send(JSON.stringify({ type: "ping" }));
  }

  /** Whether the server says that there is nothing to open; a socket alone does not tell why it could not. */
  async isRefused() {
    try {
      await api(path`/api/v1/sessions/${this.sessionId}`);
      return false;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.status >= 400 && error.status < 500;
    }
  }
}
