// The list on /places/: by position after a press, or by township without distances. The address keeps filters, never a position.
import { get } from "./api.js";
import { add, all, fill, find, goTo, guard, make } from "./dom.js";
import { listVillages } from "./villages.js";
import { distance } from "./words.js";

const finder = find("[data-places-finder]");
const list = find("[data-places]");
const status = find("[data-places-status]");
const heading = find("#places-heading");
const townshipBox = find("#township");
const villageBox = find("#village");
const materialBox = find("#material");
const more = find("[data-more]");
const openBox = find("#open-now");
const kindBox = find("#kind");
const materials = readWords(materialBox);
const asked = new URLSearchParams(location.search);
let position = null;
let next = null;

finder.hidden = false;
choose(materialBox, asked.get("material"));
choose(kindBox, asked.get("kind"));
choose(townshipBox, asked.get("township"));
[materialBox, kindBox, openBox, villageBox].forEach(function (box) { box.addEventListener("change", refresh); });
townshipBox.addEventListener("change", function () { position = null; villageBox.value = ""; villagesOf(); refresh(); });
more.addEventListener("click", guard(more, showMore));
find("[data-locate]").addEventListener("click", guard(find("[data-locate]"), locate));
if (townshipBox.value) { villagesOf(); refresh(); }

function villagesOf() {
  return listVillages(villageBox, finder.getAttribute("data-villages"), townshipBox.value, "全部村和社区");
}

// A code that the list does not hold is left out, instead of showing an empty box.
function choose(box, code) {
  box.value = code || "";
  if (box.selectedIndex < 0) { box.value = ""; }
}

function readWords(box) {
  const words = {};
  all("option", box).forEach(function (option) { words[option.value] = option.textContent; });
  return words;
}

function locate() {
  if (!navigator.geolocation) { return refused(); }
  say("正在找您的位置……");
  return new Promise(function (done) {
    navigator.geolocation.getCurrentPosition(function (found) {
      position = { lng: round(found.coords.longitude), lat: round(found.coords.latitude), accuracy: Math.round(found.coords.accuracy) };
      townshipBox.value = "";
      villageBox.value = "";
      villagesOf();
      refresh().then(function () { goTo(heading); done(); });
    }, function () { refused(); done(); }, { timeout: 10000, maximumAge: 60000 });
  });
}

// Four decimals are about ten metres: enough to sort by distance, and all that leaves the device.
function round(degrees) {
  return Math.round(degrees * 10000) / 10000;
}

function refused() {
  say("没有拿到您的位置。请在下面选您的乡镇或街道，名单一样能看，只是没有距离。");
  townshipBox.focus();
}

async function refresh() {
  if (!position && !townshipBox.value) { return; }
  try {
    show(await ask());
  } catch (problem) {
    fill(list, []);
    more.hidden = true;
    say(problem.status === 400 && position ? "您的位置不在蓟州区附近。请在下面选乡镇或街道。" : problem.detail);
  }
}

// A link may ask for several materials, the closest first: they hold as long as the box shows the first.
function wanted() {
  const several = asked.getAll("material");
  return several[0] === materialBox.value ? several : materialBox.value;
}

function filters() {
  return { material: wanted(), kind: kindBox.value, openNow: openBox.checked ? "true" : "" };
}

function ask(cursor) {
  return position
    ? get("/places/nearby", Object.assign({ lng: position.lng, lat: position.lat, limit: 20, cursor: cursor }, filters()))
    : get("/places", Object.assign({ township: villageBox.value ? "" : townshipBox.value, village: villageBox.value, limit: 50, cursor: cursor }, filters()));
}

async function showMore() {
  try {
    const answer = await ask(next);
    const first = list.children.length;
    add(list, answer.items.map(card));
    remember(answer);
    say("又列出 " + answer.items.length + " 个点。");
    find("a", list.children[first]).focus();
  } catch (problem) {
    say(problem.detail);
  }
}

function remember(answer) {
  next = answer.next;
  more.hidden = !next;
}

function show(answer) {
  const found = answer.items;
  const where = position ? "您附近" : (villageBox.value ? villageBox : townshipBox).options[(villageBox.value ? villageBox : townshipBox).selectedIndex].text;
  const what = (materialBox.value ? "收“" + materials[materialBox.value] + "”的" : "的") + (kindBox.value ? kindBox.options[kindBox.selectedIndex].text : "点");
  heading.textContent = where + what;
  fill(list, found.map(card));
  remember(answer);
  if (!found.length) { say(nothing(where, what)); return; }
  const count = answer.next ? "先列出 " + found.length + " 个点" : "一共 " + found.length + " 个点";
  say(position ? far(found[0].metres) + count + "，最近的在前。您的位置约有 " + Math.max(position.accuracy, 10) + " 米的出入。" : count + "。没有位置，所以不写距离。");
}

// Someone far away should know that before looking at the list.
function far(metres) {
  return metres > 10000 ? "附近 10 公里没有这样的点，最近的也有 " + distance(metres) + "。您如果不在蓟州区，请问当地。" : "";
}

function nothing(where, what) {
  return "没有找到" + where + what + (openBox.checked ? "，或者现在没开门" : "") + "。可以换个条件再看，或拨打天津本地 12345、外地手机 022-12345。";
}

function card(place) {
  return make("li", { class: "place" },
    make("h3", {}, make("a", { href: "/places/" + encodeURIComponent(place.id) + "/" }, place.name)),
    typeof place.metres === "number" ? make("p", { class: "far" }, distance(place.metres)) : null,
    make("p", { class: place.open === "open" || place.open === "always" ? "open" : "shut" }, opening(place)),
    make("p", {}, [place.kindName, place.township ? place.township.name : "", place.address].filter(Boolean).join(" · ")),
    make("p", { class: "tags" }, (place.materials || []).map(function (code) { return make("span", { class: "tag" }, materials[code] || code); })));
}

function opening(place) {
  const words = place.openText || { open: "现在开放", always: "全天开放", closed: "现在不开" }[place.open] || "开放时间未知";
  return words + (place.terminal && place.terminal.stateText ? "。" + place.terminal.stateText : "");
}

function say(words) {
  status.textContent = words;
}
