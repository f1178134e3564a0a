// The booking: one question at a time. Answers stay on the device (sessionStorage) through reload, back and a dead tab,
// and are forgotten once the booking is made. The address names the step, so that "back" goes back a question.
import { get, send } from "./api.js";
import { add, all, fill, find, goTo, guard, make } from "./dom.js";
import { day, part, slot as slotWords } from "./words.js";
import { clearErrors, showErrors } from "./form-errors.js";
import { listVillages } from "./villages.js";

const steps = ["where", "door", "what", "when", "contact", "check", "done"];
const form = find("[data-booking]");
const store = "booking";
const firstDays = 10;
let answers = recall();
let catalogue = null;

find("#township").addEventListener("change", function () { answers.village = ""; villagesOf(this.value); });
all("[data-step]", form).forEach(function (section) {
  const button = find("[data-next]", section);
  if (button) { section.addEventListener("submit", guard(button, function () { return submit(section.getAttribute("data-step")); })); }
});
find("[data-again]").addEventListener("click", function () { answers = {}; keep(); go("where"); });
find("[data-copy]").addEventListener("click", copy);
window.addEventListener("hashchange", show);

function recall() {
  try { return JSON.parse(sessionStorage.getItem(store)) || {}; } catch (refused) { return {}; }
}

function keep() {
  try { sessionStorage.setItem(store, JSON.stringify(answers)); } catch (refused) { /* a private window: they live as long as the page */ }
}

function go(step) {
  if (location.hash === "#" + step) { show(); } else { location.hash = step; }
}

// A step is open when every question before it has its answer; otherwise the first open question is shown.
function reachable(wanted) {
  if (answers.done) { return "done"; }
  const needs = { door: answers.village, what: answers.address, when: answers.items && answers.items.length, contact: answers.slot, check: answers.phone };
  const last = steps.indexOf(wanted);
  const missing = steps.slice(0, last + 1).filter(function (step) { return needs[step] !== undefined || step === "where" || step === "done" ? step === "done" : !needs[step]; });
  return missing.length ? steps[Math.max(0, steps.indexOf(missing[0]) - 1)] : wanted;
}

async function show() {
  const wanted = location.hash.slice(1);
  const step = reachable(steps.indexOf(wanted) < 0 ? "where" : wanted);
  all("[data-step]", form).forEach(function (section) { section.hidden = section.getAttribute("data-step") !== step; });
  clearErrors(form);
  const section = find("[data-step=\"" + step + "\"]");
  document.title = find("h2", section).textContent + " - " + document.title.split(" - ").pop();
  if (wanted) { goTo(find("h2", section)); }
  try { await open[step](); } catch (problem) { showErrors(section, [{ message: inWords(problem) }]); }
}

// When nobody answers, people fear for what they wrote: it is kept.
function inWords(problem) {
  const words = problem.detail || problem.message;
  return problem.status === 0 || problem.status === 429 || problem.status >= 500 ? words + "您填的内容都在。" : words;
}

const open = {
  where: async function () {
    find("#township").value = answers.township || "";
    await villagesOf(answers.township);
  },
  door: function () { find("#address").value = answers.address || ""; },
  what: async function () {
    if (!catalogue) { catalogue = (await get("/bookings/catalogue")).items; }
    fill(find("[data-catalogue]"), catalogue.filter(function (item) { return item.bookable; }).map(line));
    fill(find("[data-refused]"), catalogue.filter(function (item) { return !item.bookable; }).map(refusedLine));
  },
  when: listSlots,
  contact: function () {
    ["phone", "name", "note"].forEach(function (id) { find("#" + id).value = answers[id] || ""; });
  },
  check: summary,
  done: confirmation
};

async function villagesOf(township) {
  const box = find("#village");
  await listVillages(box, form.getAttribute("data-villages"), township, "请选择");
  box.value = answers.village || "";
}

function line(item) {
  const count = countOf(item.code);
  const options = [];
  for (let n = 0; n <= item.maxPerBooking; n++) {
    options.push(make("option", { value: n, selected: n === count }, n === 0 ? "不要" : n + " " + (item.unit || "件")));
  }
  return make("li", {},
    make("label", { for: "item-" + item.code }, item.name, make("span", { class: "quiet" }, "约 " + item.cubicMetres + " 立方米。" + (item.prepare || ""))),
    make("select", { id: "item-" + item.code, "data-item": item.code }, options));
}

function refusedLine(item) {
  const why = item.refusal || {};
  return make("li", {}, make("strong", {}, item.name), "：" + [why.reason, why.goTo].filter(Boolean).join("") + " ",
    why.link ? make("a", { href: why.link }, "怎么办", make("span", { class: "unseen" }, "：" + item.name)) : null);
}

function countOf(code) {
  const known = (answers.items || []).filter(function (item) { return item.code === code; })[0];
  return known ? known.count : 0;
}

function volume() {
  return (answers.items || []).reduce(function (sum, item) { return sum + item.count * item.cubicMetres; }, 0);
}

async function listSlots() {
  const found = await get("/bookings/slots", { village: answers.village, volume: Math.round(volume() * 1000) / 1000 });
  const days = [];
  found.items.forEach(function (one) { if (days.indexOf(one.date) < 0) { days.push(one.date); } });
  const more = find("[data-more-days]");
  const shown = answers.slot ? Math.max(firstDays, days.indexOf(answers.slot.date) + 1) : firstDays;
  function list(dates) {
    return dates.map(function (date) {
      return make("fieldset", {}, make("legend", {}, day(date)), found.items.filter(function (one) { return one.date === date; }).map(choice));
    });
  }
  fill(find("[data-slots]"), list(days.slice(0, shown)));
  more.hidden = days.length <= shown;
  more.onclick = function () {
    const rest = list(days.slice(shown));
    add(find("[data-slots]"), rest);
    more.hidden = true;
    const first = find("input:not(:disabled)", rest[0]) || rest[0];
    if (first === rest[0]) { goTo(first); } else { first.focus(); }
  };
  const free = found.items.some(function (one) { return one.available; });
  find("[data-no-slots]").hidden = free;
  find("[data-calendar]").textContent = found.calendarKnownUntil ? "放假安排本站收录到 " + found.calendarKnownUntil + "。" : "";
}

function choice(one) {
  const why = { full: "已约满", closed: "不收运", "not-on-record": "暂定" }[one.state];
  const taken = answers.slot && answers.slot.id === one.id;
  const input = make("input", { type: "radio", name: "slot", value: one.id, id: "slot-" + one.id, disabled: !one.available, checked: taken });
  input.data = one;
  const words = one.reason || (one.available ? why : one.state === "open" ? "余量装不下" : why || "不能选");
  return make("p", { class: "choice" }, input, make("label", { for: "slot-" + one.id }, part(one), words ? "（" + words + "）" : ""));
}

async function submit(step) {
  const section = find("[data-step=\"" + step + "\"]");
  clearErrors(form);
  try {
    const wrong = read[step]();
    if (wrong.length) { showErrors(section, wrong); return; }
    keep();
    await leave(step);
  } catch (problem) {
    failed(section, problem);
  }
}

const read = {
  where: function () {
    const box = find("#village");
    answers.township = find("#township").value;
    answers.village = box.value;
    answers.where = answers.village ? find("#township").selectedOptions[0].text + " " + box.selectedOptions[0].text : "";
    return answers.village ? [] : [{ field: answers.township ? "village" : "township", message: answers.township ? "请选择村或社区" : "请选择乡镇或街道" }];
  },
  door: function () {
    answers.address = find("#address").value.trim();
    return answers.address ? [] : [{ field: "address", message: "请写门牌号；没有门牌就写好认的地方，例如“村委会东第三户”" }];
  },
  what: function () {
    answers.items = all("[data-item]").map(function (box) {
      const code = box.getAttribute("data-item");
      const item = catalogue.filter(function (one) { return one.code === code; })[0];
      return { code: code, name: item.name, unit: item.unit || "件", cubicMetres: item.cubicMetres, count: Number(box.value) };
    }).filter(function (item) { return item.count > 0; });
    const first = all("[data-item]")[0];
    return answers.items.length ? [] : [{ field: first ? first.id : "", message: "请至少选一样东西" }];
  },
  when: function () {
    const chosen = find("input[name=slot]:checked");
    const first = find("input[name=slot]:not(:disabled)");
    if (!chosen) { return [{ field: first ? first.id : "", message: "请选一个时段" }]; }
    answers.slot = chosen.data;
    return [];
  },
  contact: function () {
    ["phone", "name", "note"].forEach(function (id) { answers[id] = find("#" + id).value.trim(); });
    if (!answers.phone) { return [{ field: "phone", message: "请写电话，收运的师傅找不到门时要用" }]; }
    return digits(answers.phone) >= 7 ? [] : [{ field: "phone", message: "请写 11 位手机号，或带区号的座机号，例如 022-12345678" }];
  },
  check: function () { return []; }
};

// Only a first look: what a number may be is the server's to say.
function digits(text) {
  return (text.match(/[0-9０-９]/g) || []).length;
}

async function leave(step) {
  if (step === "when") { await hold(); }
  if (step === "check") { await confirm(); }
  go(steps[steps.indexOf(step) + 1]);
}

function lines() {
  return answers.items.map(function (item) { return { code: item.code, count: item.count }; });
}

async function hold() {
  const held = await send("POST", "/bookings/holds", { slot: answers.slot.id, village: answers.village, address: answers.address, items: lines() });
  answers.hold = held.hold;
  answers.quote = held.quote;
  answers.key = newKey();
  keep();
}

// One key per booking: a second press, or a press after the answer was lost on the way, gets the first answer again.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.prototype.map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
}

async function confirm() {
  const body = { hold: answers.hold, phone: answers.phone, name: answers.name || undefined, note: answers.note || undefined };
  const text = JSON.stringify(body);
  if (answers.sent && answers.sent !== text) { answers.key = newKey(); }
  answers.sent = text;
  keep();
  const made = await send("POST", "/bookings", body, { "Idempotency-Key": answers.key });
  answers = { done: { reference: made.reference, label: made.label, token: made.manageToken, slot: made.slot, where: answers.where } };
  keep();
}

// A slot that has gone takes the resident back to the dates; everything else stays where it is.
function failed(section, problem) {
  const lost = /^(slot_|hold_)/.test(problem.code || "");
  const errors = problem.errors && problem.errors.length ? problem.errors : [{ message: inWords(problem) }];
  if (!lost) { showErrors(section, errors.map(placed)); return; }
  answers.slot = null;
  answers.hold = null;
  keep();
  go("when");
  listSlots().then(function () {
    showErrors(find("[data-step=when]"), [{ message: problem.detail + " 您填的内容都在，请另选一个时段。" }]);
  });
}

// An error of an earlier question links back to it.
function placed(error) {
  const step = { village: "where", address: "door", items: "what", slot: "when", phone: "contact", name: "contact", note: "contact" }[(error.field || "").split(/[.[]/)[0]];
  return { field: error.field, message: error.message, href: step ? "#" + step : null };
}

function summary() {
  const rows = [
    ["在哪里", answers.where, "where"], ["门牌", answers.address, "door"],
    ["拉什么", answers.items.map(function (item) { return item.name + " " + item.count + " " + item.unit; }).join("、"), "what"],
    ["什么时候", slotWords(answers.slot), "when"], ["电话", answers.phone, "contact"]
  ];
  if (answers.name) { rows.push(["称呼", answers.name, "contact"]); }
  if (answers.note) { rows.push(["留言", answers.note, "contact"]); }
  fill(find("[data-summary]"), rows.map(function (row) {
    return make("div", {}, make("dt", {}, row[0]), make("dd", {}, row[1]),
      make("dd", { class: "change" }, make("a", { href: "#" + row[2] }, "改", make("span", { class: "unseen" }, row[0]))));
  }));
}

function confirmation() {
  const made = answers.done;
  find("[data-label]").textContent = made.label;
  find("[data-reference]").textContent = made.reference;
  find("[data-done-when]").textContent = slotWords(made.slot) + "，" + made.where;
  find("[data-manage]").setAttribute("href", "/booking/manage/#reference=" + encodeURIComponent(made.reference) + "&token=" + encodeURIComponent(made.token || ""));
}

async function copy() {
  const made = answers.done;
  const text = "预约号 " + made.reference + "，物品上写 " + made.label + "，" + slotWords(made.slot);
  const said = find("[data-copied]");
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "已复制。";
  } catch (refused) {
    said.textContent = "这台设备不让复制，请截图保存这一页。";
  }
}

form.hidden = false;
show();
