// The crew's page. Everything that is noted goes into the phone's queue first, with the time it happened, and from there to the server: at once when there is
// a connection, later when there is none. "带走今天的清单" keeps the round itself, so that the page opens without a connection.
import { forgetOldDays, get, list, put, seal, today, unseal, works } from "./round-store.js";
import { add, drop, read, send, session, tryAgain, waiting } from "./round-queue.js";
import { shrink } from "./round-photo.js";

const root = document.querySelector("[data-round]");
const shown = root.querySelector("[data-round-list]");
const isFresh = root.getAttribute("data-round") === "fresh";
const retryAfter = 30000;
const photos = new WeakMap();
let hasSent = false;

function part(name) { return root.querySelector("[data-" + name + "]"); }

function make(tag, words, className) {
  const made = document.createElement(tag);
  made.textContent = words;
  if (className) { made.className = className; }
  return made;
}

if (works) { start().catch(function () { part("kept").textContent = "这部手机不能保存清单，请保持联网使用。"; }); }

async function start() {
  part("round-tools").hidden = false;
  part("take").addEventListener("click", busy(part("take"), take));
  part("send").addEventListener("click", busy(part("send"), flush));
  document.addEventListener("round-sent", function (event) { hasSent = true; mark(event.detail.report, event.detail.words); });
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { expire().then(flush); } });
  setInterval(function () { expire().then(flush); }, retryAfter);
  await expire();
  if (isFresh) { await session().catch(function () { return null; }); } else { await showKept(); }
  wire();
  await tellKept();
  await tellQueue();
  await markWaiting();
  await flush();
}

function busy(button, work) {
  return async function () {
    button.disabled = true;
    try { await work(); } finally { button.disabled = false; }
  };
}

// After the day the round goes, from the phone and from the page.
async function expire() {
  const wiped = await forgetOldDays();
  const key = await today();
  if (wiped > 0 || (shown.children.length > 0 && !isFresh && !key)) {
    shown.textContent = "";
    shown.appendChild(make("p", "那一天过了，清单已从手机上删掉。没送出的结果还在，会接着送。"));
    await tellKept();
  }
}

async function take() {
  problem("");
  try {
    await session();
    await keepRound(await freshList());
    if (!navigator.serviceWorker) { problem("清单已存在手机里，但这个浏览器没有网就打不开页面。请不要关掉这一页。"); return; }
    await navigator.serviceWorker.register("/console/round/worker.js");
    await navigator.serviceWorker.ready;
  } catch (failed) {
    problem(failed.message === "signed-out" ? "登录已过期，清单没有带走。请重新登录。" : "没有连上，清单没有带走。请到有信号的地方再点一次。", failed.message === "signed-out");
  }
  await tellKept();
}

async function freshList() {
  let answer;
  try { answer = await fetch("/console/round/", { credentials: "same-origin", redirect: "manual", cache: "no-store" }); } catch (unreachable) { throw new Error("offline"); }
  if (answer.type === "opaqueredirect") { throw new Error("signed-out"); }
  if (!answer.ok) { throw new Error("offline"); }
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-round-list]");
}

async function keepRound(fresh) {
  const key = await today();
  const sealed = await seal(key.key, { html: fresh.innerHTML, stops: Number(fresh.getAttribute("data-stops")) });
  await put("rounds", { day: key.day, operator: key.operator, iv: sealed.iv, data: sealed.data });
}

async function showKept() {
  const key = await today();
  const round = key && await get("rounds", key.day);
  if (!round) {
    shown.appendChild(make("p", "手机里没有今天的清单。请到有信号的地方登录，再点“带走今天的清单”。"));
    return;
  }
  shown.innerHTML = (await unseal(key.key, round)).html; // written by our own server, opened by a key that only it hands out
}

async function tellKept() {
  const key = await today();
  const round = key && await get("rounds", key.day);
  const hasStops = !!shown.querySelector("[data-stop]");
  part("kept").textContent = round ? "今天的清单已带走，没有信号也能打开这一页。今天 24 点从手机上删掉。" : hasStops ? "清单还没有带走。去没有信号的地方之前，先点一下。" : "";
  part("take").hidden = !isFresh || !hasStops;
  part("take").textContent = round ? "再带一次（清单有变动时）" : "带走今天的清单";
}

function problem(words, isSignedOut) {
  part("problem").textContent = words;
  part("problem").hidden = !words;
  part("sign-in").hidden = !isSignedOut;
}

async function tellQueue(progress) {
  const items = await waiting();
  const key = (await list("keys"))[0];
  const own = items.filter(function (item) { return !key || item.operator === key.operator; });
  const open = own.filter(function (item) { return !item.refused; });
  const others = items.length - own.length;
  part("queue").textContent = (progress || (open.length ? "还有 " + open.length + " 条没送出。" : items.length || !hasSent ? "" : "记下的都送出了。"))
    + (others ? "这部手机上还有别的账号没送出的 " + others + " 条，用那个账号登录后会送。" : "");
  part("send").hidden = open.length === 0;
  const refused = part("refused");
  refused.textContent = "";
  for (let i = 0; i < own.length; i++) { if (own[i].refused) { refused.appendChild(await refusedLine(own[i])); } }
}

async function refusedLine(item) {
  const report = await read(item);
  const line = make("li", (report ? report.label + "：" : "") + item.refused);
  const again = make("button", "再送一次", "button second");
  const gone = make("button", "删掉这一条", "button second");
  again.type = gone.type = "button";
  again.addEventListener("click", async function () { await tryAgain(item.id); await flush(); });
  let isSure = false;
  gone.addEventListener("click", async function () {
    if (!isSure) { isSure = true; gone.textContent = "真的删掉？删了就没有了"; return; }
    await drop(item.id);
    await tellQueue();
  });
  const buttons = make("div", "", "round-buttons");
  buttons.appendChild(again);
  buttons.appendChild(gone);
  line.appendChild(buttons);
  return line;
}

async function flush() {
  const open = (await waiting()).filter(function (item) { return !item.refused; });
  if (open.length === 0) { await tellQueue(); return; }
  try {
    await send(function (at, of) { tellQueue("正在送出第 " + at + " 条，共 " + of + " 条……"); });
    problem("");
    await refresh();
  } catch (failed) {
    if (failed.message === "signed-out") { problem("登录已过期。记下的都在手机里，重新登录后会自己送出。", true); }
  }
  await tellQueue();
}

// What was sent stands in the server's list now; the kept one follows. What is being typed stays.
async function refresh() {
  const fresh = await freshList().catch(function () { return null; });
  const key = await today();
  if (!fresh || !key) { return; }
  if (await get("rounds", key.day)) { await keepRound(fresh); }
  fresh.querySelectorAll("[data-stop]").forEach(function (stop) {
    const here = shown.querySelector("[data-stop='" + stop.getAttribute("data-stop") + "'] [data-state]");
    const words = stop.querySelector("[data-state]").textContent;
    if (here && words) { here.textContent = words; }
  });
}

function mark(report, words) {
  const card = report.reference && shown.querySelector("[data-stop='" + report.reference + "']");
  const state = (card || shown.querySelector("form[data-report=tipped]") || shown).querySelector("[data-state]");
  if (state) { state.textContent = words; }
}

async function markWaiting() {
  const items = await waiting();
  for (let i = 0; i < items.length; i++) {
    const report = await read(items[i]);
    if (report) { mark(report, report.words + (items[i].refused ? "，没有送成" : "，还没送出")); }
  }
}

function wire() {
  shown.querySelectorAll("form[data-report]").forEach(function (form) {
    form.noValidate = true;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      note(form);
    });
    const photo = form.querySelector("[type=file]");
    if (photo) { photo.addEventListener("change", function () { photos.set(form, scaled(photo, form)); }); }
  });
  shown.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button); });
  });
}

function scaled(photo, form) {
  const told = form.querySelector("[data-photo-state]");
  if (!photo.files.length) { told.textContent = ""; return Promise.resolve(null); }
  told.textContent = "正在缩小照片……";
  return shrink(photo.files[0]).then(function (small) {
    told.textContent = "照片已缩小到 " + Math.ceil(small.length * 3 / 4 / 1024) + " KB，拍摄地点等信息已删掉。";
    return small;
  }, function () {
    told.textContent = "这张照片打不开。请换一张，也可以不拍。";
    photo.value = "";
    return null;
  });
}

const results = { "collected": "全部收完", "partly-collected": "收了一部分", "not-collected": "没有收" };

function wrong(form) {
  const values = new FormData(form);
  if (form.getAttribute("data-report") === "result") {
    if (!values.get("result")) { return "请选结果：全部收完、收了一部分，或没有收。"; }
    return values.get("result") !== "collected" && !values.get("reason") ? "没有全部收完，请选原因：住户会看到它。" : "";
  }
  const amounts = Array.from(form.querySelectorAll("[inputmode=decimal]")).filter(function (field) { return field.value.trim(); });
  if (!amounts.length) { return "请至少填一种东西的立方米数或公斤数。"; }
  return values.get("centre") ? "" : "请选卸在哪里。";
}

async function note(form) {
  const told = form.querySelector("[data-form-problem]");
  const button = form.querySelector("[type=submit]");
  const why = wrong(form) || amountWrong(form);
  told.textContent = why;
  told.hidden = !why;
  if (why) { told.scrollIntoView(); return; }
  button.disabled = true;
  try {
    const key = await today() || (await session().then(today, function () { return null; }));
    if (!key) { told.textContent = "没有网，手机里也没有今天的钥匙，记不下来。请到有信号的地方登录后再记。"; told.hidden = false; return; }
    const report = await reportOf(form);
    await add(key, report);
    mark(report, report.words + "，还没送出");
    form.reset();
    photos.delete(form);
    if (form.querySelector("[data-photo-state]")) { form.querySelector("[data-photo-state]").textContent = ""; }
    leave(form);
  } catch (full) {
    told.textContent = "手机存不下了，没有记下。请删掉一些照片再试。";
    told.hidden = false;
    return;
  } finally {
    button.disabled = false;
  }
  await tellQueue();
  await flush();
}

function amountWrong(form) {
  const bad = Array.from(form.querySelectorAll("[inputmode=decimal]")).filter(function (field) { return field.value.trim() && !/^[0-9０-９]+([.．][0-9０-９]+)?$/.test(field.value.trim()); })[0];
  return bad ? "“" + bad.value + "”不是数字。请写 1.5 或 120 这样的数。" : "";
}

async function reportOf(form) {
  const card = form.closest("[data-stop]");
  const at = new Date();
  const clock = ("0" + at.getHours()).slice(-2) + ":" + ("0" + at.getMinutes()).slice(-2);
  const fields = [];
  new FormData(form).forEach(function (value, name) {
    if (typeof value === "string" && name !== "id" && name !== "form-token" && value) { fields.push([name, value]); }
  });
  const isResult = form.getAttribute("data-report") === "result";
  return {
    path: form.getAttribute("action"),
    reference: card ? card.getAttribute("data-stop") : null,
    label: card ? card.getAttribute("data-label") : "卸车",
    words: (isResult ? results[new FormData(form).get("result")] : "卸车") + " " + clock,
    fields: fields,
    photo: await (photos.get(form) || null)
  };
}

function leave(form) {
  const details = form.closest("details");
  if (!details) { return; }
  details.open = false;
  details.querySelector("summary").focus();
}

function copy(button) {
  const words = button.closest("[data-stop]").querySelector("[data-address]").textContent.trim();
  const area = document.createElement("textarea"); // the clipboard API is newer than the phones we meet
  area.value = words;
  document.body.appendChild(area);
  area.select();
  document.execCommand("copy");
  document.body.removeChild(area);
  button.textContent = "已复制";
  button.focus();
}
