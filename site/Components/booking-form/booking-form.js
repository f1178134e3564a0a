// The booking: one question at a time. The address names the question, so that "back" goes back one; the answers stay on the device
// (booking-answers.js) until the booking is made or they are cleared.
import { ApiProblem, get, send } from "./api.js";
import { areaOf, findVillages, loadAreas } from "./areas.js";
import { forget, keep, recall } from "./booking-answers.js";
import { showDone } from "./booking-done.js";
import { combobox } from "./combobox.js";
import { showCalledOff } from "./called-off.js";
import { all, fill, find, goTo, guard, make } from "./dom.js";
import { clearErrors, showErrors } from "./form-errors.js";
import { firstItem, itemPicker, stopOf, tooMuch, totals } from "./item-picker.js";
import { firstSlot, slotPicker, tickedSlot } from "./slot-picker.js";
import { fullSlot, timeOfDay } from "./words.js";

const questions = ["who", "where", "door", "access", "floor", "what", "when", "contact", "check"];
const form = find("[data-booking]");
const areasFile = form.getAttribute("data-areas");
let answers = recall();
let catalogue = null;
let picker = null;
let later = null; // errors to show once the question they belong to is open

const villageBox = combobox(find("#village"), {
  suggest: async function (text) {
    const names = await loadAreas(areasFile);
    const township = find("#township").value;
    const found = findVillages(names, text === answers.villageName ? "" : text, township);
    found.areas.forEach(function (one) { if (!one.area.township) { one.hint = "先选这个乡镇"; } });
    return { options: found.areas, more: found.more, words: !text && !township ? "先选乡镇，或者写村名。" : undefined };
  },
  choose: function (option) {
    if (option && !option.area.township) {
      find("#township").value = option.value;
      villageBox.show(null);
      answers.village = "";
      setTimeout(function () { villageBox.input.click(); }, 0);
      return;
    }
    if (answers.village !== (option ? option.value : "")) { answers.slot = null; }
    answers.village = option ? option.value : "";
    answers.villageName = option ? option.area.name : "";
    if (option) { find("#township").value = option.area.township.code; }
    keep(answers);
  },
  nothing: function () { return "没有这个名字。换个写法，或者先选乡镇再从名单里挑。"; }
});

find("#township").addEventListener("change", function () { answers.village = ""; villageBox.show(null); });
all("input[name=level]").forEach(function (one) { one.addEventListener("change", drawFloor); });
all("form[data-step]", form).forEach(function (section) {
  section.addEventListener("submit", guard(find("[data-next]", section), function () { return submit(section.getAttribute("data-step")); }));
  find("[data-before]", section).addEventListener("click", function (event) { event.preventDefault(); go(before(section.getAttribute("data-step"))); });
});
find("[data-again]").addEventListener("click", function () { startAgain(); });
find("[data-forget-ask]").addEventListener("click", function () { find("[data-forget-sure]").hidden = false; find("[data-forget-not]").focus(); });
find("[data-forget-not]").addEventListener("click", function () { find("[data-forget-sure]").hidden = true; find("[data-forget-ask]").focus(); });
find("[data-forget-now]").addEventListener("click", function () { giveBack(); startAgain("填过的内容都清除了。"); });
window.addEventListener("hashchange", show);
window.addEventListener("offline", sayConnection);
window.addEventListener("online", sayConnection);

function sayConnection() {
  find("[data-offline]").hidden = navigator.onLine !== false;
}

function startAgain(words) {
  forget();
  answers = {};
  say(words || "");
  go("who");
}

function say(words) {
  find("[data-picked]").textContent = words;
  find("[data-picked]").hidden = !words;
}

function go(step) {
  if (location.hash === "#" + step) { show(); } else { location.hash = step; }
}

function before(step) {
  return questions[Math.max(0, questions.indexOf(step) - 1)];
}

// What each question leaves behind. A question is open when all before it have their answer.
const answered = {
  who: function () { return answers.klass; },
  where: function () { return answers.village; },
  door: function () { return answers.address; },
  access: function () { return answers.access; },
  floor: function () { return answers.floor !== undefined; },
  what: function () { return answers.items && Object.keys(answers.items).length; },
  when: function () { return answers.slot; },
  contact: function () { return answers.phone; },
  check: function () { return false; }
};

function reachable(wanted) {
  if (answers.done) { return "done"; }
  const last = questions.indexOf(wanted);
  return questions.filter(function (step, at) { return at >= last || !answered[step](); })[0];
}

async function show() {
  const wanted = location.hash.slice(1);
  const step = reachable(questions.indexOf(wanted) < 0 ? "who" : wanted);
  const section = find("[data-step=\"" + step + "\"]");
  all("[data-step]", form).forEach(function (one) { one.hidden = one !== section; });
  clearErrors(form);
  frame(step, section);
  document.title = find("h2", section).textContent + " - " + document.title.split(" - ").pop();
  if (wanted) { goTo(find("h2", section)); section.scrollIntoView(); }
  try {
    await open[step](section);
    if (later && later.step === step) { showErrors(section, later.errors); later = null; }
  } catch (problem) {
    showErrors(section, [{ message: inWords(problem) }]);
    find("[data-errors]", section).appendChild(again());
  }
}

function again() {
  const button = make("button", { type: "button", class: "button second" }, "再试一次");
  button.addEventListener("click", guard(button, show));
  return make("p", { class: "buttons" }, button);
}

// The question's number, the way back, and what stands below: the guide only below the first question.
function frame(step, section) {
  const at = questions.indexOf(step);
  const link = find("[data-before]", section);
  if (link) {
    link.hidden = at === 0;
    link.setAttribute("href", "#" + before(step));
    find("[data-count]", section).textContent = step === "check" ? "最后一步" : "第 " + (at + 1) + " 题，共 " + (questions.length - 1) + " 题";
  }
  find("[data-about]").hidden = at !== 0;
  find("[data-forget]").hidden = !Object.keys(answers).length;
  find("[data-forget-sure]").hidden = true;
  find("[data-forget-ask]").textContent = step === "done" ? "清除这台手机上的记录" : "清除我填的内容";
  if (at !== 0) { say(""); }
}

// When nobody answers, people fear for what they wrote: it is kept.
function inWords(problem) {
  if (!(problem instanceof ApiProblem)) { return "这一页出了点问题，请刷新再试。您填的内容都在。"; }
  return problem.status === 0 || problem.status === 429 || problem.status >= 500 ? problem.detail + "您填的内容都在。" : problem.detail;
}

async function theCatalogue() {
  if (!catalogue) { catalogue = await get("/bookings/catalogue"); }
  return catalogue;
}

const open = {
  who: function () { tick("class", answers.klass); },
  where: async function () {
    find("#township").value = answers.village ? answers.village.slice(0, 9) : find("#township").value;
    if (!answers.village) { return; }
    const area = areaOf(await loadAreas(areasFile), answers.village);
    villageBox.show(area ? { label: area.name } : null);
  },
  door: function () { find("#address").value = answers.address || ""; },
  access: function () { tick("access", answers.access); },
  floor: function () {
    tick("level", answers.level);
    find("#floor").value = answers.level && answers.level !== "ground" ? answers.floor : "";
    drawFloor();
  },
  what: async function (section) {
    await theCatalogue();
    picker = itemPicker(section, catalogue, answers.klass, answers.items || {}, function (counts) { answers.items = counts; keep(answers); });
  },
  when: async function (section) { await theCatalogue(); await listSlots(section); },
  contact: function () {
    ["phone", "name", "note"].forEach(function (id) { find("#" + id).value = answers[id] || ""; });
  },
  check: async function (section) {
    await theCatalogue();
    summary();
    if (!answers.sent && !isHeld()) {
      try { await hold(); } catch (problem) { if (problem.status === 0) { throw problem; } failed(section, problem); return; }
    }
    summary();
  },
  done: async function (section) { await showDone(section, answers.done, await theCatalogue().catch(function () { return null; })); }
};

function accessName(code) {
  const known = (catalogue && catalogue.access || []).filter(function (one) { return one.code === code; })[0];
  return known ? known.name : code;
}

function className(code) {
  const one = find("#class-" + code);
  return one ? one.getAttribute("data-name") : code;
}

function tick(name, value) {
  all("input[name=" + name + "]").forEach(function (one) { one.checked = one.value === value; });
}

function ticked(name) {
  const one = find("input[name=" + name + "]:checked");
  return one ? one.value : "";
}

function drawFloor() {
  const level = ticked("level");
  find("[data-which-floor]").hidden = !level || level === "ground";
}

function listSlots(section) {
  const sum = totals(catalogue, answers.items);
  const asked = { village: answers.village, volume: Math.round(sum.cubicMetres * 1000) / 1000 };
  if (catalogue.classes) {
    asked.class = answers.klass;
    asked.service = services();
  }
  return slotPicker(section, asked, answers.slot);
}

function services() {
  const wanted = catalogue.items.filter(function (item) { return answers.items[item.code]; }).map(function (item) { return item.service || item.category; });
  return wanted.filter(function (one, at) { return wanted.indexOf(one) === at; });
}

async function submit(step) {
  const section = find("[data-step=\"" + step + "\"]");
  clearErrors(form);
  try {
    const wrong = read[step](section);
    if (wrong.length) { showErrors(section, wrong); return; }
    keep(answers);
    await leave(step);
  } catch (problem) {
    failed(section, problem);
  }
}

const read = {
  who: function () {
    answers.klass = ticked("class");
    return answers.klass ? [] : [{ field: "class-resident", message: "请选是谁要约" }];
  },
  where: function () { return answers.village ? [] : [{ field: "village", message: "请从名单里选村或社区" }]; },
  door: function () {
    answers.address = find("#address").value.trim();
    return answers.address ? [] : [{ field: "address", message: "请写门牌号；没有门牌就写好认的地方，例如“村委会东第三户”" }];
  },
  access: function () {
    answers.access = ticked("access");
    return answers.access ? [] : [{ field: "access-truck", message: "请选车能开到哪儿；不清楚也可以选" }];
  },
  floor: function () {
    answers.level = ticked("level");
    if (!answers.level) { return [{ field: "level-ground", message: "请选东西在平房、一楼，还是楼上" }]; }
    answers.floor = answers.level === "ground" ? 1 : floorOf(find("#floor").value);
    answers.lift = answers.level === "lift";
    if (answers.floor !== null) { return []; }
    delete answers.floor;
    return [{ field: "floor", message: "请写第几层，例如 3" }];
  },
  what: function (section) {
    answers.items = picker ? picker.counts() : answers.items || {};
    const sum = totals(catalogue || { items: [] }, answers.items);
    const wrong = !sum.lines.length ? "请至少选一样东西" : tooMuch(catalogue, sum, answers.klass);
    return wrong ? [{ field: firstItem(section), message: wrong }] : [];
  },
  when: function (section) {
    answers.slot = tickedSlot(section);
    return answers.slot ? [] : [{ field: firstSlot(section), message: "请选一个时段" }];
  },
  contact: function () {
    ["phone", "name", "note"].forEach(function (id) { answers[id] = find("#" + id).value.trim(); });
    if (!answers.phone) { return [{ field: "phone", message: "请写电话，收运的师傅找不到门时要用" }]; }
    return digits(answers.phone) >= 7 ? [] : [{ field: "phone", message: "请写 11 位手机号，或带区号的座机号，例如 022-12345678" }];
  },
  check: function () { return []; }
};

function plainDigits(text) {
  return text.replace(/[０-９]/g, function (one) { return String.fromCharCode(one.charCodeAt(0) - 0xFEE0); });
}

function floorOf(text) {
  const plain = plainDigits(text).replace(/[\s层楼]/g, "").replace("－", "-");
  return /^-?\d{1,2}$/.test(plain) && plain !== "0" ? Number(plain) : null;
}

// Only a first look: what a number may be is the server's to say.
function digits(text) {
  return (plainDigits(text).match(/[0-9]/g) || []).length;
}

// On to the first question without an answer; after a change from the last page that is the last page again.
async function leave(step) {
  if (step === "check") { await confirm(); go("done"); return; }
  if (step === "when") { await hold(); }
  const next = questions[questions.indexOf(step) + 1];
  go(answered.contact() ? reachable("check") : next);
}

function wish() {
  const body = {
    slot: answers.slot.id, village: answers.village, address: answers.address,
    items: totals(catalogue, answers.items).lines.map(function (one) { return { code: one.code, count: one.count }; })
  };
  if (catalogue.classes) { Object.assign(body, { class: answers.klass, access: answers.access, floor: answers.floor, lift: Boolean(answers.lift) }); }
  return body;
}

function isHeld() {
  return answers.hold && answers.heldFor === JSON.stringify(wish());
}

async function hold() {
  await theCatalogue();
  const body = wish();
  const held = await send("POST", "/bookings/holds", body);
  giveBack();
  answers.hold = held.hold;
  answers.heldFor = JSON.stringify(body);
  answers.heldUntil = held.expiresAt;
  answers.quote = held.quote;
  keep(answers);
}

// A time that is no longer wanted goes back at once; when that fails it runs out by itself.
function giveBack() {
  if (answers.hold && !answers.sent) { send("DELETE", "/bookings/holds/" + encodeURIComponent(answers.hold)).catch(function () { /* it runs out */ }); }
  delete answers.hold;
}

// One key per booking: a second press, or a press after the answer was lost on the way, gets the first answer again. A request whose
// answer never came is asked for first, or a changed note would make a second booking of it.
async function confirm() {
  if (answers.sent) {
    const known = await outcome();
    if (known) { made(known); return; }
  }
  if (!isHeld()) { await hold(); }
  try {
    made(await request());
  } catch (problem) {
    if (problem.code !== "hold_unknown") { throw problem; }
    delete answers.hold; // forgotten by the server: take the same time again, silently
    await hold();
    made(await request());
  }
}

async function request() {
  answers.key = newKey();
  answers.sent = JSON.stringify({ hold: answers.hold, phone: answers.phone, name: answers.name || undefined, note: answers.note || undefined });
  keep(answers);
  return outcome();
}

// The answer to what was sent; an answer that says no ends the attempt, silence leaves it open.
async function outcome() {
  const sent = answers.sent;
  const now = JSON.stringify({ hold: answers.hold, phone: answers.phone, name: answers.name || undefined, note: answers.note || undefined });
  try {
    return await send("POST", "/bookings", JSON.parse(sent), { "Idempotency-Key": answers.key });
  } catch (problem) {
    if (problem.status === 0 || problem.status === 429 || problem.status >= 500 || problem.code === "idempotency_key_in_flight") { throw problem; }
    delete answers.sent;
    keep(answers);
    if (sent !== now) { return null; }
    throw problem;
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.prototype.map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
}

// The answers go, the number stays.
function made(booking) {
  const mobile = /^(86)?1\d{10}$/.test(plainDigits(answers.phone || "").replace(/\D/g, ""));
  answers = {
    done: {
      reference: booking.reference, label: booking.label, token: booking.manageToken, slot: booking.slot, items: booking.items,
      changeUntil: booking.changeUntil, sample: booking.sample, where: answers.villageName, access: answers.access, mobile: mobile
    }
  };
  keep(answers);
}

// A time that has gone takes the resident back to the dates, an answer that is refused back to its question; everything stays as it was.
function failed(section, problem) {
  if (/^(slot_|hold_)/.test(problem.code || "")) {
    answers.slot = null;
    delete answers.hold;
    delete answers.sent;
    keep(answers);
    later = { step: "when", errors: [{ message: problem.detail.replace(/您填的内容都还?在，.*$|请重新选一个日期。$/, "") + "您填的内容都在，请另选一个时段。" }] };
    go("when");
    return;
  }
  const errors = problem.errors && problem.errors.length ? problem.errors.map(placed) : [{ message: inWords(problem) }];
  const home = errors[0].step;
  if (home && home !== section.getAttribute("data-step") && errors.every(function (one) { return one.step === home; })) {
    later = { step: home, errors: errors };
    go(home);
    return;
  }
  showErrors(section, errors);
}

// Where an error belongs: its question and the field there.
function placed(error) {
  const name = (error.field || "").split(/[.[]/)[0];
  const step = { class: "who", village: "where", address: "door", access: "access", floor: "floor", lift: "floor", items: "what", slot: "when", phone: "contact", name: "contact", note: "contact" }[name];
  const field = { class: "class-resident", access: "access-truck", lift: "level-ground", items: "item-search", slot: "" }[name];
  return { step: step, field: field === undefined ? name : field, message: error.message, href: step ? "#" + step : null };
}

function summary() {
  const sum = totals(catalogue, answers.items);
  const stopped = catalogue.items.filter(function (item) { return answers.items[item.code] && stopOf(catalogue, item, answers.klass); });
  const rows = [
    ["谁约的", className(answers.klass), "who"], ["村或社区", answers.villageName, "where"], ["门牌", answers.address, "door"],
    ["车能到哪儿", accessName(answers.access), "access"],
    ["几楼", answers.level === "ground" ? "平房、院子里，或一楼" : "第 " + answers.floor + " 层，" + (answers.lift ? "有电梯" : "没有电梯"), "floor"],
    ["拉走什么", sum.lines.map(function (one) { return one.name + " " + one.count + " " + one.unit; }).join("、"), "what"],
    ["哪天", fullSlot(answers.slot), "when"], ["电话", answers.phone, "contact"], ["怎么称呼", answers.name || "没有填", "contact"], ["告诉师傅", answers.note || "没有填", "contact"]
  ];
  fill(find("[data-summary]"), rows.map(function (row) {
    return make("div", {}, make("dt", {}, row[0]), make("dd", {}, row[1]),
      make("dd", { class: "change" }, make("a", { href: "#" + row[2] }, "更改", make("span", { class: "unseen" }, row[0]))));
  }));
  const quote = answers.quote;
  find("[data-fee]").textContent = quote ? "约 " + quote.cubicMetres + " 立方米。费用：" + (quote.fen ? (quote.fen / 100).toFixed(2) + " 元" : quote.tariffName) + "。" + (quote.note || "") : "";
  find("[data-held]").textContent = answers.heldUntil ? "这个时段给您留到 " + timeOfDay(answers.heldUntil) + "。过了也不要紧，还有空位就接着用。" : "";
  if (stopped.length) { later = { step: "check", errors: [{ message: stopped[0].name + "不能约，请改一下拉走什么。", href: "#what" }] }; }
}

// From the page of a thing: /booking/?item=sofa has it chosen already.
async function takeChosen() {
  const code = new URLSearchParams(location.search).get("item");
  if (!code || answers.done) { return; }
  history.replaceState(null, "", location.pathname + location.hash);
  try {
    const item = (await theCatalogue()).items.filter(function (one) { return one.code === code; })[0];
    if (!item || !item.bookable) { return; }
    answers.items = answers.items || {};
    if (!answers.items[code]) { answers.items[code] = 1; }
    keep(answers);
    say("已经替您选上：" + item.name + " 1 " + (item.unit || "件") + "。后面还能改。");
  } catch (offline) { /* the list is there to choose from */ }
}

// The tab died between question and answer: the answer is fetched now.
async function resume() {
  if (!answers.sent) { return; }
  try {
    const known = await outcome();
    if (known) { made(known); }
  } catch (silence) { /* the last page asks again */ }
}

sayConnection();
form.hidden = false;
showCalledOff();
resume().then(takeChosen).then(show);
