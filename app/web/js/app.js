// The start, and which screen shows: the address after the # names it.

import { Problem, api, session } from "./api.js";
import { Chat } from "./chat.js";
import { $, h, icon } from "./dom.js";
import { History } from "./history.js";
import { NEW, backCloses, buildShell, closeDrawer, entitle, failure, loading } from "./shell.js";
import { closeSource } from "./source.js";
import { strings } from "./strings.js";

const UNLOADED = "unloaded";
const MANAGES = new Set(["manager", "admin"]);

let chat;
let history;
let caller;

async function whoAmI() {
  const me = await api("/api/v1/me");
  session.role = me.role;
  return { ...me, signedIn: Boolean(session.key) };
}

async function start() {
  let wrong = session.key ? strings.signIn.wrong : "";
  try {
    if (new URLSearchParams(location.search).has("state")) wrong = await (await import("./signin.js")).comeBack();
    caller = await whoAmI();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return signIn(wrong);
    if (!(error instanceof Problem) || error.status !== 0) return $("main").replaceChildren(failure(error, start));
    // without a network a question can still be written; it is kept until the server is there again
    caller = { name: "", role: "crew", signedIn: Boolean(session.key) };
    addEventListener("online", () => location.reload(), { once: true });
  }
  history = new History();
  buildShell({ caller, links: links(), history: history.element, onNew: askAnew, onSignOut: signOut });
  chat = new Chat({ onSession: (id) => history.refresh(id) });
  history.refresh();
  removeEventListener("hashchange", show);
  addEventListener("hashchange", show);
  await show();
}

function links() {
  const shown = [["documents", "#/documents", strings.screens.documents]];
  if (MANAGES.has(caller.role)) {
    shown.push(["specialists", "#/specialists", strings.screens.specialists], ["quality", "#/quality", strings.screens.quality]);
  }
  return shown;
}

/** Begins a new question; where the address is that of one already, nothing else would tell. */
function askAnew(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // it opens elsewhere
  chat.forget();
  if (location.hash === NEW) show();
}

async function show() {
  const [screen = "", id = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  history.mark(screen === "s" ? id : null);
  closeSource();
  closeDrawer();
  if (screen === "" || screen === "s") {
    entitle(strings.name, "chat");
    return chat.show($("main"), id || null, rest[0]);
  }
  chat.leave();
  const main = $("main");
  const room = h("div"); // what comes late shows itself there, and not over the screen that was opened since
  const screens = {
    documents: () => load("documents").then((module) => module.show(room, { id, manages: MANAGES.has(caller.role) })),
    specialists: () => load("specialists").then((module) => module.show(room)),
    quality: () => load("quality").then((module) => module.show(room)),
  };
  const open = Object.hasOwn(screens, screen) ? screens[screen] : null;
  entitle(open ? strings.screens[screen] : strings.screens.missing, screen);
  if (!open) {
    main.replaceChildren(h("div", { class: "state" }, icon("lost"), h("h2", {}, strings.screens.missing), h("p", {}, strings.missing.text), h("a", { class: "button", href: "#/" }, strings.missing.home)));
    return;
  }
  main.replaceChildren(room);
  room.replaceChildren(loading());
  try {
    await open();
  } catch (error) {
    room.replaceChildren(failure(error, error.code === UNLOADED ? reload : show));
  }
  if (room.isConnected) main.focus({ preventScroll: true });
}

async function load(name) {
  try {
    return await import(`./${name}.js`);
  } catch (error) {
    console.warn("A part of the app could not be loaded.", error.message);
    throw new Problem(0, UNLOADED, strings.errors.offline);
  }
}

/** Begins anew once the server is there: what a browser failed to import it does not ask for again. */
const reload = () => whoAmI().then(() => location.reload(), show);

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function signIn(wrong) {
  session.signOut();
  chat?.close();
  closeSource();
  closeDrawer();
  const { form } = await import("./signin.js");
  document.body.classList.add("signed-out");
  document.title = `${strings.signIn.title} · ${strings.name}`;
  $("main").replaceChildren(
    form(wrong, async (key, stay) => {
      session.signIn(key, { stay });
      document.body.classList.remove("signed-out");
      await start();
    }),
  );
}

/** Signs out here, and at the issuer where it says how. */
function signOut() {
  const leave = session.signOut();
  if (leave) location.assign(leave);
  else signIn("");
}

$("skip").textContent = strings.skip;
backCloses(() => {
  closeSource();
  closeDrawer();
});
addEventListener("signed-out", () => caller && signIn(strings.signIn.wrong));
/** Keeps the shell for when there is no network; it reads every file again, so the first screen goes before. */
function keepShell() {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("/web/sw.js", { scope: "/" }).catch((error) => console.warn("No offline shell.", error.name));
}

start().finally(keepShell);
