// Keeps the call takers' page (/sorting/call-takers/) usable without a network: what the page was made of is kept, the page itself is asked for first.
const shelf = "call-takers";

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

// The page tells what it was made of; anything else on the shelf is of an older page.
self.addEventListener("message", function (event) {
  event.waitUntil(caches.open(shelf).then(function (kept) {
    return kept.keys().then(function (requests) {
      return Promise.all(requests.filter(function (one) { return event.data.indexOf(one.url) < 0; }).map(function (one) { return kept.delete(one); }));
    }).then(function () { return kept.addAll(event.data); });
  }).then(function () { event.source.postMessage("kept"); }));
});

self.addEventListener("fetch", function (event) {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) { return; }
  const hashed = address.pathname.startsWith("/assets/");
  event.respondWith(caches.match(event.request, { ignoreSearch: !hashed }).then(function (kept) {
    if (hashed && kept) { return kept; }
    return fetch(event.request).catch(function (offline) {
      if (kept) { return kept; }
      throw offline;
    });
  }));
});
