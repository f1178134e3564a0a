// Opens a question: what was answered before stands in its fields again, lists come from the API.
import { keep } from "./booking-answers.js";
import { showDone } from "./booking-done.js";
import { all, find } from "./dom.js";
import { itemPicker, totals } from "./item-picker.js";
import { slotPicker } from "./slot-picker.js";
import { state, theCatalogue } from "./booking-state.js";
import { tick, ticked } from "./booking-read.js";
import { hold, isHeld } from "./booking-send.js";
import { summary } from "./booking-summary.js";
import { showVillage } from "./booking-village.js";

/** Counts the things of its question; null before that was open. */
export let picker = null;

all("input[name=level]").forEach(function (one) { one.addEventListener("change", drawFloor); });

/** What opening each question does; `failed` takes what went wrong with the time. */
export const open = {
  who: function () { tick("class", state.answers.klass); },
  where: showVillage,
  door: function () { find("#address").value = state.answers.address || ""; },
  access: function () { tick("access", state.answers.access); },
  floor: function () {
    tick("level", state.answers.level);
    find("#floor").value = state.answers.level && state.answers.level !== "ground" ? state.answers.floor : "";
    drawFloor();
  },
  what: async function (section) {
    await theCatalogue();
    picker = itemPicker(section, state.catalogue, state.answers.klass, state.answers.items || {}, function (counts) { state.answers.items = counts; keep(state.answers); });
  },
  when: async function (section) { await theCatalogue(); await listSlots(section); },
  contact: function () {
    ["phone", "name", "note"].forEach(function (id) { find("#" + id).value = state.answers[id] || ""; });
  },
  check: async function (section, failed) {
    await theCatalogue();
    summary();
    if (!state.answers.sent && !isHeld()) {
      try { await hold(); } catch (problem) { if (problem.status === 0) { throw problem; } failed(section, problem); return; }
    }
    summary();
  },
  done: async function (section) { await showDone(section, state.answers.done, await theCatalogue().catch(function () { return null; })); }
};

function drawFloor() {
  const level = ticked("level");
  find("[data-which-floor]").hidden = !level || level === "ground";
}

function listSlots(section) {
  const sum = totals(state.catalogue, state.answers.items);
  const asked = { village: state.answers.village, volume: Math.round(sum.cubicMetres * 1000) / 1000 };
  if (state.catalogue.classes) {
    asked.class = state.answers.klass;
    asked.service = services();
  }
  return slotPicker(section, asked, state.answers.slot);
}

function services() {
  const wanted = state.catalogue.items.filter(function (item) { return state.answers.items[item.code]; }).map(function (item) { return item.service || item.category; });
  return wanted.filter(function (one, at) { return wanted.indexOf(one) === at; });
}
