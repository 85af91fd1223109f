// Keeps the page, so that the next visit needs no network.  A new version is fetched beside the one in use, and waits until the
// person takes it.
"use strict";

// `cargo xtask web` writes this line: a hash of all names, and the names.
const PAGE = {};

const cache_name = `inception-lens-${PAGE.version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cache_name).then((cache) => cache.addAll(PAGE.files)));
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
    return found ?? fetch(request);
  };
  event.respondWith(kept());
});
