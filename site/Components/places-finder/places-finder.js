// /places/: where are you, what is it, and the list of places; the map is another look at the same places.
// The address keeps what was chosen and never a position; a position lives in this page's memory and in the questions to the API.
import { get } from "./api.js";
import { areaOf, findAreas, loadAreas } from "./areas.js";
import { combobox } from "./combobox.js";
import { all, fill, find, goTo, guard, make } from "./dom.js";
import { showItem } from "./item-filter.js";
import { places } from "./place-list.js";
import { distance } from "./words.js";

const finder = find("[data-places-finder]");
const list = find("[data-places]");
const status = find("[data-places-status]");
const heading = find("#places-heading");
const materialBox = find("#material");
const kindBox = find("#kind");
const openButton = find("[data-open-now]");
const more = find("[data-more]");
const frame = find("[data-map-frame]");
const locateButton = find("[data-locate]");
const areasFile = finder.getAttribute("data-areas");
const materials = words(materialBox);
let position = null;
let names = null;
let item = null;
let next = null;
let turn = 0;
let state = read();

const areaBox = combobox(find("#area"), {
  suggest: async function (text) { names = await loadAreas(areasFile); const found = findAreas(names, text); return { options: found.areas, more: found.more }; },
  choose: function (option) { go({ area: option ? option.value : "", near: false }); },
  nothing: function () { return "没有这个名字。写乡镇名，再从下面按乡镇的名单里找也行。"; }
});
const itemBox = combobox(find("#item"), {
  suggest: async function (text) {
    if (!text) { return { options: [] }; }
    return { options: (await get("/sorting/suggest", { q: text })).items.map(function (one) {
      return { value: one.id, label: one.name, hint: one.matched === one.name ? one.categoryName : one.matched + "，" + one.categoryName };
    }) };
  },
  choose: function (option) { go({ item: option ? option.value : "", material: [] }); },
  nothing: function () { return "本站还没有收录这样东西。换个叫法，或在“收哪一类”里选。"; }
});

materialBox.addEventListener("change", function () { go({ material: materialBox.value ? [materialBox.value] : [], item: "" }); });
kindBox.addEventListener("change", function () { go({ kind: kindBox.value }); });
openButton.addEventListener("click", function () { go({ open: !state.open }); });
all("[data-view]").forEach(function (button) { button.addEventListener("click", function () { go({ view: button.getAttribute("data-view") }); }); });
more.addEventListener("click", guard(more, showMore));
locateButton.addEventListener("click", guard(locateButton, locate));
finder.addEventListener("places-from", function (event) { from(event.detail, 0); });
window.addEventListener("popstate", function () { state = read(); draw(); });
draw();

// What was chosen, out of the address; `near` stands in the history without the position itself.
function read() {
  const asked = new URLSearchParams(location.search);
  const known = function (box, code) { return all("option", box).some(function (one) { return one.value && one.value === code; }); };
  return {
    area: asked.get("area") || asked.get("village") || asked.get("township") || "",
    item: asked.get("item") || "",
    material: asked.getAll("material").filter(function (code) { return known(materialBox, code); }),
    kind: known(kindBox, asked.get("kind")) ? asked.get("kind") : "",
    open: asked.get("open") === "1",
    view: asked.get("view") === "map" ? "map" : "list",
    near: Boolean(history.state && history.state.near && position)
  };
}

function write() {
  const parts = [];
  const put = function (name, value) { if (value) { parts.push(name + "=" + encodeURIComponent(value)); } };
  put("area", state.area);
  put("item", state.item);
  if (!state.item) { state.material.forEach(function (code) { put("material", code); }); }
  put("kind", state.kind);
  put("open", state.open ? "1" : "");
  put("view", state.view === "map" ? "map" : "");
  return location.pathname + (parts.length ? "?" + parts.join("&") : "");
}

function go(change) {
  state = Object.assign({}, state, change);
  history.pushState({ near: state.near }, "", write());
  return draw();
}

async function draw() {
  const mine = ++turn;
  openButton.setAttribute("aria-pressed", String(state.open));
  kindBox.value = state.kind;
  all("[data-view]").forEach(function (button) { button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === state.view)); });
  await fillBoxes();
  if (mine !== turn) { return; }
  if (state.kind || state.material.length && !state.item) { find(".filters").open = true; }
  materialBox.value = state.material.length ? state.material[0] : "";
  frame.hidden = state.view !== "map";
  try {
    const answer = await ask();
    if (mine === turn) { show(answer); showMap(answer); }
  } catch (problem) {
    if (mine !== turn) { return; }
    fill(list, []);
    more.hidden = true;
    showMap({ items: [] });
    say(problem.detail || "名单没有取到，请过一会儿再试。");
  }
}

// The boxes say what the address says, after a reload and after going back too.
async function fillBoxes() {
  try {
    if (state.area && !names) { names = await loadAreas(areasFile); }
  } catch (offline) { say("村名没有取到，请检查网络。"); }
  const area = state.area && names ? areaOf(names, state.area) : null;
  if (state.area && names && !area) { state.area = ""; }
  areaBox.show(state.near ? { label: "" } : area ? { label: area.name } : null);
  item = await showItem(find("[data-item-answer]"), state.item);
  itemBox.show(item ? { label: item.name } : null);
  if (state.item && !item) { state.item = ""; }
  if (item) { state.material = item.nextStep.places ? item.nextStep.places.materials : []; }
}

function locate() {
  if (!navigator.geolocation) { return refused(); }
  say("正在找您的位置……");
  return new Promise(function (done) {
    navigator.geolocation.getCurrentPosition(function (found) {
      from({ lng: found.coords.longitude, lat: found.coords.latitude }, found.coords.accuracy).then(function () { goTo(heading); done(); });
    }, function () { refused(); done(); }, { timeout: 10000, maximumAge: 60000 });
  });
}

// Four decimals are about ten metres: enough to sort by distance, and all that leaves the device.
function from(at, accuracy) {
  position = { lng: Math.round(at.lng * 10000) / 10000, lat: Math.round(at.lat * 10000) / 10000, accuracy: Math.round(accuracy) };
  return go({ near: true, area: "" });
}

function refused() {
  say("没有拿到您的位置。写您的村名、社区名或乡镇名，名单一样能看。");
  areaBox.input.focus();
}

function filters() {
  return { material: state.material, kind: state.kind, openNow: state.open ? "true" : "", directions: "true" };
}

function ask(cursor) {
  const common = Object.assign({ limit: 20, cursor: cursor }, filters());
  if (state.near) { return get("/places/nearby", Object.assign(common, { lng: position.lng, lat: position.lat })); }
  if (state.area.length === 12) { return get("/places", Object.assign(common, { nearVillage: state.area })); }
  return get("/places", Object.assign(common, { township: state.area }));
}

async function showMore() {
  try {
    const answer = await ask(next);
    const first = all("li.place", list).length;
    places(list, answer.items, view(), true);
    next = answer.next;
    more.hidden = !next;
    say("又列出 " + answer.items.length + " 个点。");
    find("a", all("li.place", list)[first]).focus();
  } catch (problem) {
    say(problem.detail);
  }
}

function view() {
  return { materials: materials, own: areaName(), township: names && state.area.length === 12 ? areaOf(names, state.area).township.name : "" };
}

function areaName() {
  const area = state.area && names ? areaOf(names, state.area) : null;
  return area ? area.name : "";
}

function show(answer) {
  const found = answer.items;
  const what = (item && state.material.length ? "能投“" + item.name + "”的" : materialBox.value ? "收“" + materials[materialBox.value] + "”的" : "的")
    + (kindBox.value ? kindBox.options[kindBox.selectedIndex].text : "点");
  const where = state.near ? "您附近" : areaName() ? areaName() + (state.area.length === 12 ? "附近" : "") : "全区";
  heading.textContent = where + what;
  places(list, found, view(), false);
  next = answer.next;
  more.hidden = !next;
  if (!found.length) { say(nothing(where + what)); return; }
  const count = next ? "先列出 " + found.length + " 个点" : "一共 " + found.length + " 个点";
  say(state.near ? far(found[0].metres) + (answer.outsideText || "") + count + "，最近的在前。您的位置约有 " + Math.max(position.accuracy, 10) + " 米的出入。"
    : count + "。" + (state.area.length === 12 ? answer.orderText : state.area ? "按名称排列，不写距离。" : "还不知道您在哪儿，先按名称排列。"));
}

// Someone far away should know that before looking at the list.
function far(metres) {
  return metres > 10000 ? "附近 10 公里没有这样的点，最近的也有 " + distance(metres) + "。" : "";
}

function nothing(what) {
  if (item && !item.nextStep.places) { return "“" + item.name + "”没有公共的投放点，请看上面的办法。"; }
  return "没有找到" + what + (state.open ? "，或者现在没开门" : "") + "。可以换个条件再看，或拨打天津本地 12345、外地手机 022-12345。";
}

// The map's script comes when the map is first opened; until then this page has not loaded a byte of it.
function showMap(answer) {
  frame.hidden = state.view !== "map";
  finder.placesOnMap = {
    filters: filters(), position: state.near ? position : null, area: state.area, name: areaName(),
    village: answer.near, nearest: answer.items.slice(0, 3).map(function (place) { return place.position; }).filter(Boolean)
  };
  if (frame.hidden) { return; }
  if (!finder.mapAsked) {
    finder.mapAsked = true;
    document.body.appendChild(make("script", { type: "module", src: finder.getAttribute("data-map-script") }));
  }
  finder.dispatchEvent(new CustomEvent("places-map"));
}

function words(box) {
  const known = {};
  all("option", box).forEach(function (option) { known[option.value] = option.textContent; });
  return known;
}

function say(text) {
  status.textContent = text;
}
