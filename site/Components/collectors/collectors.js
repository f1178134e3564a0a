// The directory on the page: filter by stream and township, mark what has run out, compare a name or a plate. All on the device.
import { all, fill, find, make } from "./dom.js";

const entries = all("[data-collector-list] li");
const stream = find("#stream");
const township = find("#township");
const status = find("[data-collectors-status]");
const who = find("#who");
const answer = find("[data-look-up-answer]");
const asked = new URLSearchParams(location.search);
const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

entries.forEach(function (entry) {
  const until = entry.getAttribute("data-until");
  const state = find("[data-state]", entry);
  if (until && until < today && !state.classList.contains("expired")) { state.className = "expired"; state.textContent = "有效期到 " + until + "（已过期）"; }
});
[[stream, "stream"], [township, "township"]].forEach(function (pair) {
  pair[0].value = asked.get(pair[1]) || "";
  if (pair[0].selectedIndex < 0) { pair[0].value = ""; }
  pair[0].addEventListener("change", filter);
});
find("[data-look-up]").addEventListener("click", lookUp);
who.addEventListener("keydown", function (event) { if (event.key === "Enter") { event.preventDefault(); lookUp(); } });
filter();

function has(entry, name, word) {
  return !word || entry.getAttribute(name).split(" ").indexOf(word) >= 0;
}

function filter() {
  let shown = 0;
  entries.forEach(function (entry) {
    entry.hidden = !has(entry, "data-streams", stream.value) || !has(entry, "data-townships", township.value);
    if (!entry.hidden) { shown += 1; }
  });
  const where = township.value ? township.options[township.selectedIndex].text : "全区";
  fill(status, shown ? where + "：" + shown + " 家，过期的也在里面。" : [
    make("strong", {}, township.value ? "本镇未录入收运单位" : "没有录入收运单位"),
    "。往下看三个要问的问题，拨打天津本地 12345、外地手机 022-12345。"
  ]);
}

// Spaces, dots and case do not matter on a plate.
function plain(text) {
  return text.normalize("NFKC").replace(/[\s·.\-]/g, "").toUpperCase();
}

function lookUp() {
  const word = plain(who.value);
  if (word.length < 2) { fill(answer, make("p", {}, "请至少写两个字。")); return; }
  const found = entries.filter(function (entry) {
    return plain(entry.getAttribute("data-name")).indexOf(word) >= 0 || entry.getAttribute("data-plates").split(" ").some(function (plate) { return plain(plate) === word; });
  });
  if (!found.length) {
    fill(answer, make("p", { class: "note warn" }, "名录里没有“" + who.value.trim() + "”。没有不等于不正规，本站可能没有录入：请他出示资质，拿不准先别交，拨打天津本地 12345、外地手机 022-12345 核实。"));
    return;
  }
  fill(answer, found.map(function (entry) {
    const state = find("[data-state]", entry);
    const bad = state.classList.contains("expired") || state.classList.contains("not-yet");
    return make("p", { class: "note" + (bad ? " warn" : "") }, "名录里有：" + entry.getAttribute("data-name") + "，" + state.textContent + "。" + (bad ? "请他出示新的许可，没有就先别交。" : "请再看一眼他的证件和车牌对不对得上。"));
  }));
}
