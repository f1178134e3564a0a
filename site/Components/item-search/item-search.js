// Answers the question box on /sorting/?q=…; without this script the list from A to Z below it does.
import { get } from "./api.js";
import { fill, find, make } from "./dom.js";
import { category, confidence } from "./words.js";

const words = (new URLSearchParams(location.search).get("q") || "").trim();
const box = find("[data-item-answers]");

if (words) {
  find("#q").value = words;
  document.title = words + " - " + document.title;
  answer(words);
}

async function answer(asked) {
  box.hidden = false;
  fill(box, make("p", {}, "正在查“" + asked + "”……"));
  try {
    const found = (await get("/sorting/items", { q: asked })).items;
    fill(box, found.length ? results(asked, found) : nothing(asked));
  } catch (problem) {
    fill(box, make("p", {}, problem.detail + " 您也可以在下面的清单里按拼音找。"));
  }
}

function results(asked, found) {
  return [
    make("h2", {}, "“" + asked + "”"),
    make("p", { class: "quiet" }, "找到 " + found.length + " 个答案"),
    make("ul", { class: "answers" }, found.map(card))
  ];
}

function card(item) {
  return make("li", { class: "answer-card " + item.category },
    make("h3", {}, make("a", { href: item.page || "/sorting/items/" + encodeURIComponent(item.id) + "/" }, item.name)),
    make("p", { class: "to" }, make("strong", {}, category(item.category)), (item.nextStep || {}).advice ? "：" + item.nextStep.advice : ""),
    item.prepare ? make("p", {}, item.prepare) : null,
    make("p", { class: "quiet" }, make("span", { class: "tag" }, confidence(item.confidence)), item.reason || ""),
    onward(item.nextStep || {}));
}

function onward(next) {
  const links = [];
  if (next.places) { links.push([next.places.page, "最近的点"]); }
  if (next.booking && next.booking.bookable) { links.push([next.booking.page, "约车来拉"]); }
  return links.length ? make("ul", { class: "chips" }, links.map(function (link) { return make("li", {}, make("a", { href: link[0] }, link[1])); })) : null;
}

function nothing(asked) {
  return [
    make("h2", {}, "“" + asked + "”"),
    make("p", {}, "本站还没有收录这样东西。可以换个叫法再试，或在下面的清单里按拼音找；拿不准时看现场标识，或拨打天津本地 12345、外地手机 022-12345。")
  ];
}
