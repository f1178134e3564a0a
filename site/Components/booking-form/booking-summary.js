// The last question: everything once more, what it costs, and how long the time is kept.
import { fill, find, make } from "./dom.js";
import { stopOf, totals } from "./item-picker.js";
import { fullSlot, timeOfDay } from "./words.js";
import { state } from "./booking-state.js";

/** Writes the answers, each with the way back to its question. */
export function summary() {
  const sum = totals(state.catalogue, state.answers.items);
  const stopped = state.catalogue.items.filter(function (item) { return state.answers.items[item.code] && stopOf(state.catalogue, item, state.answers.klass); });
  const rows = [
    ["谁约的", className(state.answers.klass), "who"], ["村或社区", state.answers.villageName, "where"], ["门牌", state.answers.address, "door"],
    ["车能到哪儿", accessName(state.answers.access), "access"],
    ["几楼", state.answers.level === "ground" ? "平房、院子里，或一楼" : "第 " + state.answers.floor + " 层，" + (state.answers.lift ? "有电梯" : "没有电梯"), "floor"],
    ["拉走什么", sum.lines.map(function (one) { return one.name + " " + one.count + " " + one.unit; }).join("、"), "what"],
    ["哪天", fullSlot(state.answers.slot), "when"], ["电话", state.answers.phone, "contact"], ["怎么称呼", state.answers.name || "没有填", "contact"], ["告诉师傅", state.answers.note || "没有填", "contact"]
  ];
  fill(find("[data-summary]"), rows.map(function (row) {
    return make("div", {}, make("dt", {}, row[0]), make("dd", {}, row[1]),
      make("dd", { class: "change" }, make("a", { href: "#" + row[2] }, "更改", make("span", { class: "unseen" }, row[0]))));
  }));
  const quote = state.answers.quote;
  find("[data-fee]").textContent = quote ? "约 " + quote.cubicMetres + " 立方米。费用：" + (quote.fen ? (quote.fen / 100).toFixed(2) + " 元" : quote.tariffName) + "。" + (quote.note || "") : "";
  find("[data-held]").textContent = state.answers.heldUntil ? "这个时段给您留到 " + timeOfDay(state.answers.heldUntil) + "。过了也不要紧，还有空位就接着用。" : "";
  if (stopped.length) { state.later = { step: "check", errors: [{ message: stopped[0].name + "不能约，请改一下拉走什么。", href: "#what" }] }; }
}

function accessName(code) {
  const known = (state.catalogue && state.catalogue.access || []).filter(function (one) { return one.code === code; })[0];
  return known ? known.name : code;
}

function className(code) {
  const one = find("#class-" + code);
  return one ? one.getAttribute("data-name") : code;
}
