// Answers the question box on /sorting/?q=…; without this script the list from A to Z below it does. The API answers in full; when it cannot be
// reached, the index that came with the page finds the same things in the same order.
import { get } from "./api.js";
import { combobox } from "./combobox.js";
import { fill, find, make } from "./dom.js";
import { finder } from "./item-finder.js";
import { category, confidence } from "./words.js";

const words = (new URLSearchParams(location.search).get("q") || "").trim();
const box = find("[data-item-answers]");
const why = {
  name: "", alias: "叫法：", traditional: "繁体：", pinyin: "拼音：", initials: "首字母：", fuzzy: "您是不是说：", question: "您问的是：", rule: ""
};

let index = null;
suggestWhileTyping(find("#q"));

if (words) {
  find("#q").value = words;
  document.title = words + " - " + document.title;
  answer(words);
}

async function answer(asked) {
  box.hidden = false;
  fill(box, make("p", {}, "正在查“" + asked + "”……"));
  try {
    const found = await get("/sorting/items", { q: asked });
    fill(box, found.items.length ? results(asked, found.items) : nothing(asked, found.nearest || []));
  } catch (problem) {
    if (problem.status) { fill(box, make("p", {}, problem.detail + " 您也可以在下面的清单里按拼音找。")); } else { await answerAlone(asked); }
  }
}

// The index is fetched once, when somebody begins to type or the API cannot be reached.
function search() {
  index = index || fetch(box.getAttribute("data-index")).then(function (response) { return response.json(); }).then(finder);
  index.catch(function () { index = null; });
  return index;
}

// The plain search box becomes a combobox; Enter without a choice still sends the form.
function suggestWhileTyping(input) {
  const form = input.form, line = input.parentNode;
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "q-list", "aria-describedby": "q-status", autocomplete: "off" };
  Object.keys(roles).forEach(function (name) { input.setAttribute(name, roles[name]); });
  input.setAttribute("type", "text");
  form.classList.add("combobox");
  line.appendChild(make("ul", { class: "options", id: "q-list", role: "listbox", "aria-label": "物品名称", hidden: true }));
  form.appendChild(make("div", { hidden: true }, make("button", { id: "q-clear", type: "button" }, "清空")));
  form.appendChild(make("p", { class: "quiet", id: "q-status", role: "status" }));
  line.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !input.getAttribute("aria-activedescendant")) { event.stopPropagation(); }
  }, true);
  combobox(input, {
    suggest: async function (text) {
      if (!text) { return { options: [] }; }
      const found = (await search()).find(text, 10);
      return { options: found.map(function (hit) {
        return hit.rule ? { value: "/sorting/rules/#" + hit.rule.id, label: hit.matched, hint: "推断：" + category(hit.rule.category) }
          : { value: "/sorting/items/" + hit.item.id + "/", label: hit.item.name, hint: category(hit.item.category) };
      }) };
    },
    choose: function (option) { if (option) { location.href = option.value; } },
    nothing: function () { return "清单里没有这个名字，按回车再查一查。"; }
  });
}

async function answerAlone(asked) {
  try {
    const known = await search();
    const hits = known.find(asked, 10).map(function (hit) {
      return hit.rule ? { name: hit.matched, category: hit.rule.category, match: "rule", matched: hit.matched, rule: hit.rule, confidence: "probable", page: "/sorting/rules/#" + hit.rule.id }
        : { id: hit.item.id, name: hit.item.name, category: hit.item.category, match: hit.match, matched: hit.matched };
    });
    const near = known.nearest(asked, 5).map(function (hit) { return { name: hit.item.name, page: "/sorting/items/" + hit.item.id + "/" }; });
    fill(box, hits.length ? results(asked, hits) : nothing(asked, near));
  } catch (offline) {
    fill(box, make("p", {}, "网络不通，也没有存下清单。请过一会儿再试。"));
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
    make("p", { class: "to" }, make("span", { class: "dot " + item.category }), make("strong", {}, category(item.category)), (item.nextStep || {}).advice ? "：" + item.nextStep.advice : ""),
    item.prepare ? make("p", {}, item.prepare) : null,
    make("p", { class: "quiet" }, item.confidence ? make("span", { class: "tag" }, confidence(item.confidence)) : null, item.reason || ""),
    item.rule ? make("p", { class: "quiet" }, "清单里没有，按规则推断：" + item.rule.say) : null,
    item.matched && why[item.match] && item.matched !== item.name ? make("p", { class: "quiet" }, why[item.match] + item.matched) : null,
    onward(item.nextStep || {}));
}

function onward(next) {
  const links = [];
  if (next.places) { links.push([next.places.page, "最近的点"]); }
  if (next.booking && next.booking.bookable) { links.push([next.booking.page, "约车来拉"]); }
  return links.length ? make("ul", { class: "chips" }, links.map(function (link) { return make("li", {}, make("a", { href: link[0] }, link[1])); })) : null;
}

function nothing(asked, near) {
  return [
    make("h2", {}, "查不到“" + asked + "”"),
    make("p", {}, "本站还没有收录这样东西。可以换个叫法再试，或在下面的清单里按拼音找；拿不准时看现场标识，或拨打天津本地 12345、外地手机 022-12345。"),
    near.length ? make("p", {}, "名字最像的：") : null,
    near.length ? make("ul", { class: "chips" }, near.map(function (one) { return make("li", {}, make("a", { href: one.page }, one.name)); })) : null
  ];
}
