// What a crew's phone keeps: keys, the round it took along, and what is not sent yet, in IndexedDB. Keys cannot be read out again by scripts; everything that
// tells of a person, a place or a picture lies there encrypted (AES-GCM). Old WebViews (Chromium 69): no newer syntax here.
const database = "jizhou-round";
const stores = { keys: "day", rounds: "day", queue: "id" };

export const works = !!(window.indexedDB && window.crypto && window.crypto.subtle);

let opened = null;

function open() {
  opened = opened || new Promise(function (done, fail) {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = function () {
      Object.keys(stores).forEach(function (name) { request.result.createObjectStore(name, { keyPath: stores[name] }); });
    };
    request.onsuccess = function () { done(request.result); };
    request.onerror = function () { opened = null; fail(request.error); };
  });
  return opened;
}

// Answers when the transaction is on the disk, not when the request was taken.
function run(store, mode, work) {
  return open().then(function (db) {
    return new Promise(function (done, fail) {
      const transaction = db.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = function () { done(request.result); };
      transaction.onerror = function () { fail(transaction.error); };
      transaction.onabort = function () { fail(transaction.error); };
    });
  });
}

export function put(store, value) { return run(store, "readwrite", function (all) { return all.put(value); }); }
export function get(store, key) { return run(store, "readonly", function (all) { return all.get(key); }); }
export function list(store) { return run(store, "readonly", function (all) { return all.getAll(); }); }
export function remove(store, key) { return run(store, "readwrite", function (all) { return all.delete(key); }); }

// Keeps the keys of a sign-in. Whatever another account left open is closed: its round goes, its unsent reports stay sealed until it signs in again.
export async function keepKeys(session) {
  const kept = await list("keys");
  for (let i = 0; i < kept.length; i++) {
    if (kept[i].operator !== session.operator) { await forgetDay(kept[i].day); }
  }
  const days = Object.keys(session.keys);
  for (let i = 0; i < days.length; i++) {
    const raw = Uint8Array.from(atob(session.keys[days[i]]), function (c) { return c.charCodeAt(0); });
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    const until = days[i] === session.day ? session.until : 0;
    await put("keys", { day: days[i], operator: session.operator, key: key, until: until, skew: session.now - Date.now() });
  }
}

export async function seal(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv: iv }, key, new TextEncoder().encode(JSON.stringify(value)));
  return { iv: iv, data: data };
}

export async function unseal(key, sealed) {
  const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.data);
  return JSON.parse(new TextDecoder().decode(data));
}

// The key of today, if the day is not over by the server's clock as we last knew it.
export async function today() {
  const keys = await list("keys");
  return keys.filter(function (one) { return one.until > Date.now() + one.skew; })[0] || null;
}

async function forgetDay(day) {
  await remove("rounds", day);
  await remove("keys", day);
}

// After its day a round is wiped. A key that still opens something unsent is kept until that is sent; it opens no round any more.
export async function forgetOldDays() {
  const keys = await list("keys");
  const queue = await list("queue");
  let wiped = 0;
  for (let i = 0; i < keys.length; i++) {
    const one = keys[i];
    if (one.until > Date.now() + one.skew) { continue; }
    if (await get("rounds", one.day)) { wiped += 1; await remove("rounds", one.day); }
    if (!queue.some(function (item) { return item.day === one.day && item.operator === one.operator; })) { await remove("keys", one.day); }
  }
  return wiped;
}

// At sign-out everything that can be read goes. Unsent reports stay, sealed: the next sign-in of the same account gets the same key again.
export async function forgetAll() {
  const rounds = await list("rounds");
  const keys = await list("keys");
  for (let i = 0; i < rounds.length; i++) { await remove("rounds", rounds[i].day); }
  for (let i = 0; i < keys.length; i++) { await remove("keys", keys[i].day); }
}
