// What the questions are answered with: read from the fields, checked for a first look. What may be is the server's to say.
import { all, find } from "./dom.js";
import { floorOf, plainDigits } from "./floor.js";
import { firstItem, tooMuch, totals } from "./item-picker.js";
import { firstSlot, tickedSlot } from "./slot-picker.js";
import { state } from "./booking-state.js";

/** What each question leaves behind. A question is open when all before it have their answer. */
export const answered = {
  who: function () { return state.answers.klass; },
  where: function () { return state.answers.village; },
  door: function () { return state.answers.address; },
  access: function () { return state.answers.access; },
  floor: function () { return state.answers.floor !== undefined; },
  what: function () { return state.answers.items && Object.keys(state.answers.items).length; },
  when: function () { return state.answers.slot; },
  contact: function () { return state.answers.phone; },
  check: function () { return false; }
};

/** Takes over a question's answer; answers what is wrong with it. `picker` counts the things of the question before the dates. */
export const read = {
  who: function () {
    state.answers.klass = ticked("class");
    return state.answers.klass ? [] : [{ field: "class-resident", message: "请选是谁要约" }];
  },
  where: function () { return state.answers.village ? [] : [{ field: "village", message: "请从名单里选村或社区" }]; },
  door: function () {
    state.answers.address = find("#address").value.trim();
    return state.answers.address ? [] : [{ field: "address", message: "请写门牌号；没有门牌就写好认的地方，例如“村委会东第三户”" }];
  },
  access: function () {
    state.answers.access = ticked("access");
    return state.answers.access ? [] : [{ field: "access-truck", message: "请选车能开到哪儿；不清楚也可以选" }];
  },
  floor: function () {
    state.answers.level = ticked("level");
    if (!state.answers.level) { return [{ field: "level-ground", message: "请选东西在平房、一楼，还是楼上" }]; }
    state.answers.floor = state.answers.level === "ground" ? 1 : floorOf(find("#floor").value);
    state.answers.lift = state.answers.level === "lift";
    if (state.answers.floor !== null) { return []; }
    delete state.answers.floor;
    return [{ field: "floor", message: "请写第几层，例如 3" }];
  },
  what: function (section, picker) {
    state.answers.items = picker ? picker.counts() : state.answers.items || {};
    const sum = totals(state.catalogue || { items: [] }, state.answers.items);
    const wrong = !sum.lines.length ? "请至少选一样东西" : tooMuch(state.catalogue, sum, state.answers.klass);
    return wrong ? [{ field: firstItem(section), message: wrong }] : [];
  },
  when: function (section) {
    state.answers.slot = tickedSlot(section);
    return state.answers.slot ? [] : [{ field: firstSlot(section), message: "请选一个时段" }];
  },
  contact: function () {
    ["phone", "name", "note"].forEach(function (id) { state.answers[id] = find("#" + id).value.trim(); });
    if (!state.answers.phone) { return [{ field: "phone", message: "请写电话，收运的师傅找不到门时要用" }]; }
    return digits(state.answers.phone) >= 7 ? [] : [{ field: "phone", message: "请写 11 位手机号，或带区号的座机号，例如 022-12345678" }];
  },
  check: function () { return []; }
};

/** Ticks one of a group. */
export function tick(name, value) {
  all("input[name=" + name + "]").forEach(function (one) { one.checked = one.value === value; });
}

/** The value ticked, or "". */
export function ticked(name) {
  const one = find("input[name=" + name + "]:checked");
  return one ? one.value : "";
}

// Only a first look: what a number may be is the server's to say.
function digits(text) {
  return (plainDigits(text).match(/[0-9]/g) || []).length;
}
