// Opens the crew's page without a connection. `version` and `parts` stand above, written by the server; the round itself is never on this shelf, only the empty page.
const shelf = "round-" + version;
const page = "/console/round/";
const shell = "/console/round/shell/";
const patience = 8000;

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(shelf).then(function (kept) { return kept.addAll(parts); }).then(function () { return self.skipWaiting(); }));
});

self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.indexOf("round-") === 0 && name !== shelf; }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener("fetch", function (event) {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) { return; }
  if (event.request.mode === "navigate") {
    if (address.pathname === page) { event.respondWith(fresh(event.request, shell)); }
    return;
  }
  if (parts.indexOf(address.pathname) >= 0) { event.respondWith(fresh(event.request, address.pathname)); }
});

// The network first, but not for ever: a weak signal is worse than none. A server that fails is no server.
function fresh(request, kept) {
  return new Promise(function (done) {
    const give = function (answer) { return caches.match(kept).then(function (found) { done(found || answer || Response.error()); }); };
    const timer = setTimeout(give, patience);
    fetch(request).then(function (answer) {
      clearTimeout(timer);
      if (answer.status >= 500) { give(answer); } else { done(answer); }
    }, function () { clearTimeout(timer); give(); });
  });
}
