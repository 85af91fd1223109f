// Keeps the page, so that the next visit needs no network.  A new version is fetched beside the one in use, and waits until the
// person takes it.
"use strict";

// `cargo xtask web` writes this line: a hash of all names, the names of what is kept at once, of the program for browsers of two kinds, and
// of what is kept once it was asked for.
const PAGE = {};

// As in lens.js.
const is_relaxed = WebAssembly.validate(new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2, 253, 133, 2,
  11,
]));

const cache_name = `inception-lens-${PAGE.version}`;

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(cache_name);
    await cache.addAll([...PAGE.files, ...(is_relaxed ? PAGE.relaxed : PAGE.plain)]);
    // What an older version has kept and this one shares.
    for (const name of PAGE.later) {
      const found = await caches.match(name);
      if (found) await cache.put(name, found);
    }
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const forget_others = async () => {
    const names = await caches.keys();
    const others = names.filter((name) => name.startsWith("inception-lens-") && name !== cache_name);
    await Promise.all(others.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forget_others());
});

self.addEventListener("message", (event) => {
  if (event.data === "take the new version") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const kept = async () => {
    const cache = await caches.open(cache_name);
    const is_page = request.mode === "navigate" && new URL(request.url).pathname === new URL(self.registration.scope).pathname;
    const found = await cache.match(is_page ? "index.html" : request, { ignoreSearch: true });
    if (found) return found;
    const answer = await fetch(request);
    const is_later = PAGE.later.some((name) => request.url === new URL(name, self.registration.scope).href);
    // Where there is no room it comes from the network again.
    if (is_later && answer.ok) event.waitUntil(cache.put(request, answer.clone()).catch(() => {}));
    return answer;
  };
  event.respondWith(kept());
});
