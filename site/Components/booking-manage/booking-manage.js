// A booking, for whoever has its number and the ending of the phone, or its link: see it, change it, cancel it, say that nobody came,
// take or erase the data. Number and token stand in this tab's memory and session, never in an address that is sent anywhere.
import { get, send } from "./api.js";
import { isOpen, historyWords, stateWords } from "./booking-words.js";
import { saveAs, saveCalendar } from "./booking-done.js";
import { forget } from "./booking-answers.js";
import { showCalledOff } from "./called-off.js";
import { all, fill, find, goTo, guard, make } from "./dom.js";
import { floorOf } from "./floor.js";
import { clearErrors, showErrors } from "./form-errors.js";
import { firstItem, itemPicker, tooMuch, totals } from "./item-picker.js";
import { firstSlot, slotPicker, tickedSlot } from "./slot-picker.js";
import { fullSlot, moment } from "./words.js";

const page = find("[data-manage]");
const store = "booking-open";
let current = recall(); // { reference, token }
let booking = null;
let past = [];
let catalogue = null;
let picker = null;

function view(name) { return find("[data-view=" + name + "]"); }

function recall() {
  try { return JSON.parse(sessionStorage.getItem(store)); } catch (refused) { return null; }
}

function remember(one) {
  current = one;
  try { if (one) { sessionStorage.setItem(store, JSON.stringify(one)); } else { sessionStorage.removeItem(store); } } catch (refused) { /* it lives as long as the page */ }
}

onSubmit("lookup", look);
onSubmit("when", function (section) {
  const slot = tickedSlot(section);
  if (!slot) { showErrors(section, [{ field: firstSlot(section), message: "请选一个时段" }]); return null; }
  return amend(section, { slot: slot.id }, "日子改好了。");
});
onSubmit("what", function (section) {
  const sum = totals(catalogue, picker.counts());
  const wrong = sum.lines.length ? tooMuch(catalogue, sum, booking.class) : "请至少留一样；都不要了，就取消这次预约";
  if (wrong) { showErrors(section, [{ field: firstItem(section), message: wrong }]); return null; }
  return amend(section, { items: sum.lines.map(function (one) { return { code: one.code, count: one.count }; }) }, "东西改好了。");
});
onSubmit("place", function (section) {
  const level = ticked("level");
  const floor = level === "ground" ? 1 : floorOf(find("#floor").value);
  const wrong = [];
  if (!find("#address").value.trim()) { wrong.push({ field: "address", message: "请写门牌号；没有门牌就写好认的地方" }); }
  if (level && floor === null) { wrong.push({ field: "floor", message: "请写第几层，例如 3" }); }
  if (wrong.length) { showErrors(section, wrong); return null; }
  const change = { address: find("#address").value.trim() };
  if (ticked("access")) { change.access = ticked("access"); }
  if (level) { Object.assign(change, { floor: floor, lift: level === "lift" }); }
  return amend(section, change, "地方改好了。");
});
view("place").addEventListener("change", showFloor);
onSubmit("note", function (section) { return amend(section, { note: find("#note").value.trim() }, "留言改好了。"); });

function onSubmit(name, task) {
  const section = view(name);
  section.addEventListener("submit", guard(find("button[type=submit]", section), function () { clearErrors(page); return task(section); }));
}

press("[data-cancel]", function () { ask("[data-cancel-sure]", true); });
press("[data-keep]", function () { ask("[data-cancel-sure]", false); find("[data-cancel]").focus(); });
press("[data-cancel-now]", function () { return call("DELETE", "", undefined, "已经取消。谢谢您把时段让出来。"); });
press("[data-missed-now]", async function () {
  const told = await send("POST", path("/missed"), { note: find("#missed-note").value.trim() || undefined }, manage());
  await opened(told.booking, told.isNew ? "记下了，工作人员看得到。急的话拨打天津本地 12345、外地手机 022-12345。" : "这件事您已经报过了：" + moment(told.reportedAt) + "。");
});
press("[data-calendar-file]", async function () { await saveCalendar(current.reference, current.token); tell("日历文件给您了。在微信里打不开的，请记下日期。"); });
press("[data-print]", function () { window.print(); });
press("[data-export]", async function () {
  const all = await send("POST", path("/export"), undefined, manage());
  saveAs(new Blob([JSON.stringify(all, null, 2)], { type: "application/json" }), "my-booking.json");
  tell("文件给您了，里面有电话和地址，请收好。");
});
press("[data-erase]", function () { ask("[data-erase-sure]", true); });
press("[data-erase-not]", function () { ask("[data-erase-sure]", false); find("[data-erase]").focus(); });
press("[data-erase-now]", async function () {
  await send("POST", path("/erase"), undefined, manage());
  remember(null);
  forget();
  booking = null;
  show("erased");
});
press("[data-leave]", function () { remember(null); booking = null; find("#reference").value = ""; find("#phone-ending").value = ""; location.hash = ""; show("lookup"); });

function ticked(name) {
  const one = find("[name=" + name + "]:checked", view("place"));
  return one ? one.value : "";
}

function tick(name, value) {
  all("[name=" + name + "]", view("place")).forEach(function (one) { one.checked = one.value === value; });
}

function showFloor() { find("[data-which-floor]").hidden = !ticked("level") || ticked("level") === "ground"; }

function levelOf(one) {
  if (one.floor === null || one.floor === undefined) { return ""; }
  return one.floor === 1 && !one.lift ? "ground" : one.lift ? "lift" : "stairs";
}

function floorWords(one) {
  const level = levelOf(one);
  return level === "" ? null : level === "ground" ? "平房、院子里，或一楼" : "第 " + one.floor + " 层，" + (one.lift ? "有电梯" : "没有电梯");
}

function accessWords(code) {
  const box = find("[name=access][value=" + code + "]", view("place"));
  return box ? find("label[for=" + box.id + "]").textContent : null;
}

function press(selector, task) {
  const button = find(selector);
  button.addEventListener("click", guard(button, async function () {
    clearErrors(page);
    tell("");
    try { await task(); } catch (problem) { failed(view("booking"), problem); }
  }));
}

function ask(selector, on) {
  find(selector).hidden = !on;
  if (on) { goTo(find("h3", find(selector))); }
}

function manage() { return { Authorization: "Manage " + current.token }; }

function path(rest) { return "/bookings/" + encodeURIComponent(current.reference) + rest; }

function tell(words) { find("[data-said]").textContent = words; }

async function look(section) {
  const reference = find("#reference").value.trim();
  const ending = find("#phone-ending").value.replace(/\s/g, "");
  const wrong = [];
  if (!reference) { wrong.push({ field: "reference", message: "请写预约号" }); }
  if (!/^[0-9０-９]{4}$/.test(ending)) { wrong.push({ field: "phone-ending", message: "请写电话的最后四位数字" }); }
  if (wrong.length) { showErrors(section, wrong); return; }
  try {
    const found = await send("POST", "/bookings/lookup", { reference: reference, phoneEnding: ending });
    remember({ reference: found.booking.reference || reference, token: found.manageToken });
    await opened(found.booking);
  } catch (problem) {
    failed(section, problem);
  }
}

async function opened(found, words) {
  booking = found;
  await readPast();
  draw();
  if (location.hash && location.hash !== "#booking") { history.replaceState(null, "", "#booking"); }
  show("booking");
  tell(words || "");
}

async function call(method, rest, body, words) {
  await opened(await send(method, path(rest), body, manage()), words);
}

async function amend(section, change, words) {
  try {
    await call("PATCH", "", change, words);
  } catch (problem) {
    failed(section, problem);
    if (/^slot_/.test(problem.code || "")) { await slots(section); }
  }
}

// A token that has run out closes the booking; the number stays in the box.
function failed(section, problem) {
  if (problem.status === 404 && current && section !== view("lookup")) {
    find("#reference").value = current.reference;
    remember(null);
    show("lookup");
    showErrors(view("lookup"), [{ field: "phone-ending", message: "离上次查看有些久了，请再填一次电话后四位。" }]);
    return;
  }
  const errors = problem.errors && problem.errors.length ? problem.errors : [{ message: problem.detail || "没有成，请再试一次。" }];
  showErrors(section, errors.map(function (one) { return { field: one.field === "phoneEnding" ? "phone-ending" : ({ items: "item-search", access: "access-truck", lift: "level-ground" })[one.field] || one.field, message: one.message }; }));
}

// What happened; without it the booking is shown all the same.
async function readPast() {
  try { past = (await get(path("/history"), undefined, manage())).items; } catch (problem) { past = []; }
}

function show(name) {
  all("[data-view]").forEach(function (one) { one.hidden = one !== view(name); });
  find("[data-about]").hidden = name !== "lookup";
  clearErrors(page);
  const title = find("h2", view(name));
  if (title) { goTo(title); view(name).scrollIntoView(); }
}

function draw() {
  const last = past[past.length - 1] || {};
  const words = stateWords(booking, last.reasonText, last.advice);
  const state = find("[data-state]");
  fill(state, [make("strong", {}, words.title), words.more]);
  state.className = "state-now" + (words.bad ? " bad" : "");
  const rows = [
    ["东西上写", booking.label, "strong"], ["什么时候", fullSlot(booking.slot)],
    ["在哪里", (booking.village ? booking.village.name + " " : "") + (booking.address || "")],
    ["车能到哪儿", accessWords(booking.access)], ["几楼", floorWords(booking)],
    ["拉走什么", (booking.items || []).map(function (one) { return one.name + " " + one.count + " " + one.unit; }).join("、")],
    ["电话", booking.phone], ["怎么称呼", booking.name], ["告诉师傅", booking.note], ["预约号", booking.reference],
    ["改和取消", isOpen(booking.state) ? (booking.canChange ? moment(booking.changeUntil) + " 以前可以" : "过了 " + moment(booking.changeUntil) + "，不能在网上改了。有急事拨打天津本地 12345、外地手机 022-12345") : null]
  ];
  fill(find("[data-rows]"), rows.filter(function (row) { return row[1]; }).map(function (row) {
    return make("div", {}, make("dt", {}, row[0]), make("dd", {}, row[2] ? make(row[2], {}, row[1]) : row[1]));
  }));
  find("[data-changes]").hidden = !(booking.canChange && isOpen(booking.state));
  find("[data-cancel-sure]").hidden = true;
  find("[data-missed]").hidden = !booking.canReportMissed;
  find("[data-missed-told]").hidden = !booking.missedReportedAt;
  find("[data-missed-told]").textContent = booking.missedReportedAt ? "您 " + moment(booking.missedReportedAt) + " 报过车没有来。" : "";
  find("[data-calendar-file]").hidden = !isOpen(booking.state) && booking.state !== "cancelled";
  find("[data-erase-sure]").hidden = true;
  const open = isOpen(booking.state);
  find("[data-erase-words]").textContent = "删掉以后，电话、称呼、地址和留言马上就没有了，也再查不到这个预约。" + (open && !booking.canChange ? "车快来了，师傅还要找得到您：收完以后再删，或者拨打 12345 取消。" : "");
  find("[data-erase]").hidden = open && !booking.canChange;
  find("[data-erase-what]").textContent = open ? "这次预约还没有收，删掉就同时取消，车不会来。删了找不回来。" : "删了找不回来。";
  fill(find("[data-history]"), past.slice().reverse().map(function (one) {
    return make("li", {}, make("strong", {}, historyWords(one)), make("br"), make("span", { class: "quiet" }, moment(one.at) + (one.slot && one.what !== "cancelled" ? "，定在 " + fullSlot(one.slot) : "")));
  }));
}

const openers = {
  when: function () { return slots(view("when")); },
  what: async function () {
    if (!catalogue) { catalogue = await get("/bookings/catalogue"); }
    const counts = {};
    booking.items.forEach(function (one) { counts[one.code] = one.count; });
    picker = itemPicker(view("what"), catalogue, booking.class, counts, function () { /* nothing is kept of a change */ });
  },
  place: function () {
    find("#address").value = booking.address || "";
    tick("access", booking.access);
    tick("level", levelOf(booking));
    find("#floor").value = levelOf(booking) === "ground" || !booking.floor ? "" : booking.floor;
    showFloor();
  },
  note: function () { find("#note").value = booking.note || ""; }
};

async function slots(section) {
  if (!catalogue) { catalogue = await get("/bookings/catalogue"); }
  const asked = { village: booking.village.code, volume: booking.quote.cubicMetres };
  if (catalogue.classes) {
    asked.class = booking.class;
    asked.service = catalogue.items.filter(function (item) { return booking.items.some(function (one) { return one.code === item.code; }); })
      .map(function (item) { return item.service || item.category; }).filter(function (one, at, list) { return list.indexOf(one) === at; });
  }
  await slotPicker(section, asked, booking.slot, booking.slot);
}

async function follow() {
  const name = location.hash.slice(1).replace("change-", "");
  if (name.indexOf("reference=") === 0) { await openLink(); return; }
  if (!booking) { return; }
  if (!openers[name] || !booking.canChange) { show("booking"); return; }
  show(name);
  try { await openers[name](); } catch (problem) { failed(view(name), problem); }
}

// The link's fragment is read once and taken out of the address.
async function openLink() {
  const given = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  const reference = given.get("reference") || "";
  find("#reference").value = reference;
  if (reference && given.get("token")) { remember({ reference: reference, token: given.get("token") }); }
  await openKnown();
}

async function openKnown() {
  if (!current) { show("lookup"); return; }
  try {
    await opened(await get("/bookings/" + encodeURIComponent(current.reference), undefined, manage()));
  } catch (problem) {
    show("lookup");
    find("#reference").value = current.reference;
    if (problem.status === 404) { remember(null); }
    showErrors(view("lookup"), [{ field: problem.status === 404 ? "phone-ending" : "", message: problem.status === 404 ? "这个链接过期了，请填电话后四位再查。" : problem.detail }]);
  }
}

function sayConnection() { find("[data-offline]").hidden = navigator.onLine !== false; }

window.addEventListener("hashchange", follow);
window.addEventListener("offline", sayConnection);
window.addEventListener("online", sayConnection);
sayConnection();
page.hidden = false;
showCalledOff();
if (location.hash.indexOf("#reference=") === 0) { openLink(); } else { openKnown(); }
