// The shell without a network: the app's own files are kept, and taken from what is kept when the server cannot be
// reached. Nothing of the API is ever kept.

const KEPT = "linelead-shell";
const FIRST = [
  "/",
  "/web/css/base.css",
  "/web/css/chat.css",
  "/web/css/source.css",
  "/web/css/desk.css",
  "/web/icons.svg",
  "/web/icon.svg",
  "/web/manifest.webmanifest",
  ...["app", "api", "approval", "ask", "answer", "chat", "composer", "dom", "feedback", "followups", "history", "live", "past", "pictures", "shell", "signin", "source", "sources", "steps", "strings", "textview", "turn", "zoom"].map((name) => `/web/js/${name}.js`),
];

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FIRST)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (pathname !== "/" && !pathname.startsWith("/web/")) return;
  event.respondWith(fresh(event.request, pathname));
});

/** From the server, so that all files are of one version; from what is kept when it does not answer. */
async function fresh(request, pathname) {
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(pathname, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(pathname);
    if (kept) return kept;
    throw error;
  }
}
