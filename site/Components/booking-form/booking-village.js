// The village question: a box that suggests, narrowed by the township.
import { areaOf, findVillages, loadAreas } from "./areas.js";
import { keep } from "./booking-answers.js";
import { combobox } from "./combobox.js";
import { find } from "./dom.js";
import { state } from "./booking-state.js";

const areasFile = find("[data-booking]").getAttribute("data-areas");

const villageBox = combobox(find("#village"), {
  suggest: async function (text) {
    const names = await loadAreas(areasFile);
    const township = find("#township").value;
    const found = findVillages(names, text === state.answers.villageName ? "" : text, township);
    found.areas.forEach(function (one) { if (!one.area.township) { one.hint = "先选这个乡镇"; } });
    return { options: found.areas, more: found.more, words: !text && !township ? "先选乡镇，或者写村名。" : undefined };
  },
  choose: function (option) {
    if (option && !option.area.township) {
      find("#township").value = option.value;
      villageBox.show(null);
      state.answers.village = "";
      setTimeout(function () { villageBox.input.click(); }, 0);
      return;
    }
    if (state.answers.village !== (option ? option.value : "")) { state.answers.slot = null; }
    state.answers.village = option ? option.value : "";
    state.answers.villageName = option ? option.area.name : "";
    if (option) { find("#township").value = option.area.township.code; }
    keep(state.answers);
  },
  nothing: function () { return "没有这个名字。换个写法，或者先选乡镇再从名单里挑。"; }
});

find("#township").addEventListener("change", function () { state.answers.village = ""; villageBox.show(null); });

/** Shows the village that was chosen before. */
export async function showVillage() {
  find("#township").value = state.answers.village ? state.answers.village.slice(0, 9) : find("#township").value;
  if (!state.answers.village) { return; }
  const area = areaOf(await loadAreas(areasFile), state.answers.village);
  villageBox.show(area ? { label: area.name } : null);
}
