// A list of places from the API: one card each; near a village in up to three groups with a heading each.
import { add, all, fill, make } from "./dom.js";
import { distance } from "./words.js";

/** Shows places, or adds them to those shown. `words`: names of materials, of the chosen village (`own`) and of its township. */
export function places(box, items, words, adding) {
  if (!adding) { fill(box, []); }
  items.forEach(function (place) {
    const group = place.nearness && typeof place.metres !== "number" ? place.nearness : "";
    add(listOf(box, group, words), card(place, words, group ? "h4" : "h3"));
  });
}

function listOf(box, group, words) {
  const last = all("ol.places", box).pop();
  if (last && (last.getAttribute("data-group") || "") === group) { return last; }
  const made = make("ol", { class: "places", "data-group": group });
  if (group) { add(box, make("h3", {}, { village: words.own + "的点", township: words.township + "其他的点", district: "区里其他的点" }[group])); }
  add(box, made);
  return made;
}

function card(place, words, heading) {
  return make("li", { class: "place" },
    make(heading, {}, make("a", { href: "/places/" + encodeURIComponent(place.id) + "/" }, place.name)),
    typeof place.metres === "number" ? make("p", { class: "far" }, (place.nearness ? "约 " : "") + distance(place.metres)) : null,
    make("p", { class: place.open === "open" || place.open === "always" ? "open" : "shut" }, opening(place)),
    make("p", {}, [place.kindName, place.township ? place.township.name : "", place.village ? place.village.name : "", place.address].filter(Boolean).join(" · ")),
    make("p", { class: "tags" }, (place.materials || []).map(function (code) { return make("span", { class: "tag" }, words.materials[code] || code); })),
    ways(place));
}

function opening(place) {
  return place.openText + (place.terminal && place.terminal.stateText ? "。机器：" + place.terminal.stateText : "");
}

// Other people's maps: named, each with its own datum from the API, and told nothing but where the place is.
function ways(place) {
  if (!place.directions || !place.directions.length) { return make("p", {}, "位置还没有收录，请按地址找。"); }
  return make("details", { class: "ways" },
    make("summary", {}, "怎么去", make("span", { class: "unseen" }, place.name)),
    make("p", { class: "chips" }, place.directions.map(function (link) {
      return make("a", { href: link.url, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" }, link.name);
    })),
    make("p", {}, (place.illustrative ? "位置是示意，别照着走。" : "") + "按了会离开本站，打开别家的地图。"));
}
