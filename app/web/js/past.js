// The turns of a session as they were kept, read by pages from the newest back.

import { api, path } from "./api.js";

const MESSAGES = 40; // of a page: twenty turns, as a rule

export class Past {
  constructor(sessionId) {
    Object.assign(this, { sessionId, cursor: null, isWhole: false, rest: [] });
  }

  /** The turns before those that were given, oldest first; a turn is given when its question is there. */
  async next() {
    const place = this.cursor ? path`&cursor=${this.cursor}` : "";
    const { messages, next_cursor: cursor } = await api(path`/api/v1/sessions/${this.sessionId}/messages?order=newest&limit=${MESSAGES}` + place);
    this.cursor = cursor;
    this.isWhole = cursor === null;
    const found = [...this.rest, ...messages];
    const asked = new Set(found.filter(({ role }) => role === "user").map(({ turn_id: id }) => id));
    this.rest = found.filter(({ turn_id: id }) => !asked.has(id));
    return turnsOf(found.filter(({ turn_id: id }) => asked.has(id)).reverse());
  }
}

/** Messages, oldest first, as turns: the question with what its answer came to. */
function turnsOf(messages) {
  const turns = new Map();
  for (const { turn_id: id, role, text, state, reason, approvals, turn, feedback } of messages) {
    const known = turns.get(id) ?? { turn_id: id, question: "", text: "", rating: null, comment: "", approvals: [] };
    turns.set(id, { ...known, state, reason, approvals: [...known.approvals, ...approvals], turn: turn ?? known.turn, rating: feedback?.rating ?? known.rating, comment: feedback?.comment ?? known.comment, [role === "user" ? "question" : "text"]: text });
  }
  return [...turns.values()];
}
