// Sends what is not sent yet, each report once: its id was made on this phone, and the server keeps one report for an id, however often it arrives.
import { get, keepKeys, list, put, remove, seal, unseal } from "./round-store.js";

// Asks the server who is signed in. Throws "offline" without a connection and "signed-out" without a sign-in.
export async function session() {
  const days = (await list("queue")).map(function (item) { return item.day; });
  const asked = Array.from(new Set(days)).map(function (day) { return "day=" + encodeURIComponent(day); }).join("&");
  let answer;
  try {
    answer = await fetch("/console/round/session?" + asked, { credentials: "same-origin", redirect: "manual", cache: "no-store", headers: { Accept: "application/json" } });
  } catch (unreachable) {
    throw new Error("offline");
  }
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) { throw new Error("signed-out"); }
  if (!answer.ok) { throw new Error("offline"); }
  const who = await answer.json();
  await keepKeys(who);
  return who;
}

export async function add(key, report) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), function (b) { return ("0" + b.toString(16)).slice(-2); }).join("");
  const sealed = await seal(key.key, report);
  await put("queue", { id: id, day: key.day, operator: key.operator, happenedAt: Date.now(), refused: null, iv: sealed.iv, data: sealed.data });
  return id;
}

export async function waiting() {
  const items = await list("queue");
  return items.sort(function (a, b) { return a.happenedAt - b.happenedAt; });
}

// The report of an item, or null while its key is not on the phone.
export async function read(item) {
  const key = await get("keys", item.day);
  if (!key || key.operator !== item.operator) { return null; }
  try {
    return await unseal(key.key, item);
  } catch (foreign) {
    return null;
  }
}

let sending = null;

// Sends one after the other; tell(state) hears how far it is. Only one run at a time.
export function send(tell) {
  sending = sending || sendAll(tell).then(function () { sending = null; }, function (problem) { sending = null; throw problem; });
  return sending;
}

async function sendAll(tell) {
  const who = await session();
  const items = (await waiting()).filter(function (item) { return item.operator === who.operator && !item.refused; });
  for (let i = 0; i < items.length; i++) {
    tell(i + 1, items.length);
    await sendOne(items[i], who);
  }
}

async function sendOne(item, who) {
  const report = await read(item);
  if (!report) { return; }
  const body = new FormData();
  report.fields.forEach(function (pair) { body.append(pair[0], pair[1]); });
  body.append("id", item.id);
  body.append("happened-at", String(item.happenedAt));
  body.append("sent-at", String(Date.now()));
  if (report.photo) { body.append("photo", toBlob(report.photo), "photo.jpg"); }
  let answer;
  try {
    answer = await fetch(report.path, { method: "POST", body: body, credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json", "X-Form-Token": who.formToken } });
  } catch (unreachable) {
    throw new Error("offline");
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) { throw new Error("signed-out"); }
  if (answer.ok) {
    const said = await answer.json();
    await remove("queue", item.id);
    document.dispatchEvent(new CustomEvent("round-sent", { detail: { report: report, words: said.words } }));
    return;
  }
  const problem = await answer.json().catch(function () { return {}; });
  if (answer.status >= 500 || answer.status === 429 || problem.code === "round_form_stale") { throw new Error("offline"); }
  item.refused = problem.detail || "没有送成（" + answer.status + "）。请联系调度员。";
  await put("queue", item);
}

export async function tryAgain(id) {
  const item = await get("queue", id);
  if (item) { item.refused = null; await put("queue", item); }
}

export function drop(id) { return remove("queue", id); }

function toBlob(base64) {
  return new Blob([Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); })], { type: "image/jpeg" });
}
