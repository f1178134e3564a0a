// The map on /places/: our own outline and names, the places of the list in groups, rings around the reader. Loaded when it is opened.
// Leaflet stands in assets/ with its licence. Tiles of 天地图 come only where the owner has set a key.
import { get } from "./api.js";
import { find, make } from "./dom.js";

const finder = find("[data-places-finder]");
const box = find("[data-map-box]");
const status = find("[data-map-status]");
const note = finder.getAttribute("data-map-note");
const key = finder.getAttribute("data-map-key");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const rings = [2000, 5000, 10000];
let map = null;
let dots = null;
let around = null;
let names = [];
let home = null;
let shown = "";
let turn = 0;

start();

async function start() {
  status.textContent = "正在取地图……";
  try {
    const styles = finder.getAttribute("data-map-styles").split(" ").map(function (address) { return loaded(make("link", { rel: "stylesheet", href: address })); });
    const data = fetch(finder.getAttribute("data-map")).then(function (answer) { return answer.json(); });
    const parts = [data, loaded(make("script", { src: finder.getAttribute("data-leaflet") }))].concat(styles); // without its styles the map has no size to fit into
    build((await Promise.all(parts))[0]);
    finder.addEventListener("places-map", draw);
    draw();
  } catch (failure) {
    status.textContent = "地图没有取到。点都在下面的名单里，名单一样能用。";
  }
}

function loaded(element) {
  return new Promise(function (done, failed) {
    element.onload = done;
    element.onerror = failed;
    document.head.appendChild(element);
  });
}

function build(data) {
  const L = window.L;
  map = L.map(box, { zoomControl: false, attributionControl: false, minZoom: 8, maxZoom: key ? 18 : 16, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "地图。方向键移动，加号减号缩放，Tab 键逐个走到点上");
  L.control.zoom({ zoomInTitle: "放大", zoomOutTitle: "缩小" }).addTo(map);
  scale().addTo(map);
  if (key) { ["vec", "cva"].forEach(function (layer) { L.tileLayer(tiles(layer), { maxZoom: 18 }).addTo(map); }); }
  const outline = L.polygon(data.outline.map(turned), { className: key ? "district bare" : "district", interactive: false }).addTo(map);
  home = outline.getBounds();
  around = L.layerGroup().addTo(map);
  dots = L.layerGroup().addTo(map);
  names = key ? [] : data.labels.map(function (one) { return label(one[0], turned([one[1], one[2]]), "map-name"); });
  map.on("moveend", load);
  map.on("popupopen", enter);
  if (key) { map.on("click", function (event) { finder.dispatchEvent(new CustomEvent("places-from", { detail: event.latlng })); }); }
  find("[data-map-words]").textContent = "轮廓" + note + "。" + (key ? "底图：天地图。按地图上的一处，就从那里找。" : "地名来自 GeoNames（CC BY 4.0）。")
    + "地图上的点都在下面的名单里。";
}

// Leaflet's own scale writes "km".
function scale() {
  const bar = window.L.control.scale({ imperial: false, maxWidth: 140 });
  bar._updateMetric = function (most) {
    const metres = bar._getRoundNum(most);
    bar._updateScale(bar._mScale, metres < 1000 ? metres + " 米" : metres / 1000 + " 公里", metres / most);
  };
  return bar;
}

function tiles(layer) {
  return "https://t0.tianditu.gov.cn/" + layer + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + layer
    + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=" + encodeURIComponent(key);
}

function turned(point) {
  return [point[1], point[0]];
}

// A name may be hidden when another one stands there.
function label(words, at, look) {
  return window.L.marker(at, { interactive: false, keyboard: false, icon: window.L.divIcon({ className: look, html: make("span", {}, words), iconSize: null }) });
}

// Draws what the list shows; the view moves only when another place or area was chosen.
async function draw() {
  const state = finder.placesOnMap;
  if (find("[data-map-frame]").hidden) { return; }
  map.invalidateSize();
  around.clearLayers();
  const from = state.position || (state.village && state.village.position);
  if (from) { ring(from, state.position ? "您在这儿（约）" : state.name + "（约）"); }
  const place = JSON.stringify([from, state.area, from ? state.nearest : null]);
  if (place !== shown) {
    shown = place;
    await aim(from, state);
  }
  load();
}

function ring(from, words) {
  const at = [from.lat, from.lng];
  rings.forEach(function (metres) {
    window.L.circle(at, { radius: metres, className: "ring", interactive: false }).addTo(around);
    label(metres / 1000 + " 公里", [from.lat + metres / 111195, from.lng], "map-ring").addTo(around);
  });
  window.L.marker(at, { interactive: false, keyboard: false, icon: window.L.divIcon({ className: "map-me", iconSize: [24, 24] }) }).addTo(around);
  label(words, at, "map-here").addTo(around);
}

async function aim(from, state) {
  if (from) {
    const seen = window.L.latLngBounds([turned([from.lng, from.lat])].concat(state.nearest.map(function (at) { return turned([at.lng, at.lat]); })));
    map.fitBounds(seen, { maxZoom: 13, paddingTopLeft: [132, 56], paddingBottomRight: [40, 40] }); // the buttons hide no name
    return;
  }
  if (state.area.length !== 9) { map.fitBounds(home, { padding: [8, 8] }); return; }
  try {
    const found = (await get("/places/clusters", query({ zoom: 12 }))).items;
    const bounds = window.L.latLngBounds(found.map(function (one) { return turned([one.position.lng, one.position.lat]); }));
    map.fitBounds(found.length ? bounds.pad(0.2) : home, { maxZoom: 13, padding: [8, 8] });
  } catch (offline) {
    map.fitBounds(home, { padding: [8, 8] });
  }
}

function query(more) {
  const state = finder.placesOnMap;
  return Object.assign({ material: state.filters.material, kind: state.filters.kind, openNow: state.filters.openNow, township: state.area.length === 9 ? state.area : "" }, more);
}

async function load() {
  const mine = ++turn;
  const seen = map.getBounds().pad(0.15);
  const edges = [Math.max(seen.getWest(), -180), Math.max(seen.getSouth(), -90), Math.min(seen.getEast(), 180), Math.min(seen.getNorth(), 90)];
  try {
    const answer = await get("/places/clusters", query({ zoom: map.getZoom(), bbox: edges.map(function (one) { return one.toFixed(5); }).join(",") }));
    if (mine !== turn) { return; }
    const focused = box.contains(document.activeElement) && document.activeElement !== box && !find(".leaflet-popup", box);
    dots.clearLayers();
    answer.items.forEach(point);
    thin();
    if (focused && !box.contains(document.activeElement)) { box.focus(); }
    status.textContent = (answer.count ? "这一片有 " + answer.count + " 个点" : "这一片没有这样的点")
      + (answer.withoutPosition ? "；另有 " + answer.withoutPosition + " 个没有位置，只在名单里。" : "。");
  } catch (problem) {
    if (mine === turn) { status.textContent = "地图上的点没有取到。点都在下面的名单里。"; }
  }
}

function point(group) {
  const L = window.L;
  const single = group.count === 1;
  const words = single ? group.places[0].name + "，" + group.places[0].openText : group.count + " 个点，按下放大";
  const face = make("span", {}, single ? "" : String(group.count));
  const look = single ? "map-dot " + group.places[0].open : "map-group";
  const marker = L.marker([group.position.lat, group.position.lng], { title: words, riseOnHover: true, icon: L.divIcon({ className: look, html: face, iconSize: [44, 44] }) });
  marker.on("click", function () { open(group, marker); });
  marker.on("keypress", function (event) { if (event.originalEvent.key === "Enter") { open(group, marker); } });
  dots.addLayer(marker);
}

function open(group, marker) {
  const bounds = window.L.latLngBounds([group.bbox[1], group.bbox[0]], [group.bbox[3], group.bbox[2]]);
  if (group.count > 1 && (!group.places.length || map.getBoundsZoom(bounds) > map.getZoom() && map.getZoom() < map.getMaxZoom())) {
    map.fitBounds(bounds, { padding: [40, 40], maxZoom: Math.max(map.getZoom() + 1, Math.min(map.getBoundsZoom(bounds), map.getMaxZoom())) });
    return;
  }
  const content = make("div", { class: "map-card" }, group.places.map(function (place) {
    return make("p", {}, make("a", { href: place.page }, place.name), make("br"), place.kindName, make("br"), place.openText);
  }));
  window.L.popup({ maxWidth: 240, minWidth: 180, autoPanPaddingTopLeft: [72, 12], autoPanPaddingBottomRight: [12, 12] }).setLatLng(marker.getLatLng()).setContent(content).openOn(map);
}

// A keyboard goes on inside the card; Escape closes it.
function enter(event) {
  const element = event.popup.getElement();
  const close = find(".leaflet-popup-close-button", element);
  close.setAttribute("aria-label", "关闭");
  close.removeAttribute("href");
  close.setAttribute("tabindex", "0");
  find("a", find(".map-card", element)).focus({ preventScroll: true });
}

// Places gather where a name stands, so a name that would lie on a point or on another name moves below or above it, or is left out.
function thin() {
  const taken = [];
  dots.eachLayer(function (dot) {
    const at = map.latLngToContainerPoint(dot.getLatLng());
    taken.push({ x: at.x, y: at.y, width: 40 });
  });
  names.forEach(function (name) {
    const at = map.latLngToContainerPoint(name.getLatLng());
    const width = 12 + 19 * name.options.icon.options.html.textContent.length;
    const shift = [0, 36, -36].find(function (down) {
      return taken.every(function (other) { return Math.abs(other.x - at.x) > (other.width + width) / 2 || Math.abs(other.y - at.y - down) > 34; });
    });
    if (shift === undefined) { name.remove(); return; }
    taken.push({ x: at.x, y: at.y + shift, width: width });
    name.addTo(map);
    name.getElement().firstChild.style.marginTop = shift + "px";
  });
}
