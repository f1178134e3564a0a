// The call takers' page: one box, two sentences to read out, the citation, the next step, a copy button. Everything is searched on the device,
// nothing that is typed leaves it; a service worker keeps the page for when the network is gone.
import { fill, find, make } from "./dom.js";
import { finder } from "./item-finder.js";
import { category } from "./words.js";

const form = find("[data-call-takers]");
const box = find("#q");
const state = find("#call-state");
const place = find("[data-call-answer]");
let search = null;
let answers = null;

form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
box.addEventListener("input", show);
prepare();

async function prepare() {
  try {
    const read = await Promise.all([form.getAttribute("data-index"), form.getAttribute("data-answers")].map(async function (address) {
      const response = await fetch(address);
      return response.json();
    }));
    search = finder(read[0]);
    answers = read[1];
    state.textContent = "可以查了：" + search.items.length + " 样东西。";
    show();
    keep();
  } catch (offline) {
    state.textContent = "答案没有取到，请检查网络再打开这一页。";
  }
}

function show() {
  const asked = box.value.trim();
  if (!search || !asked) { fill(place, []); return; }
  const hits = search.find(asked, 6);
  fill(place, hits.length ? answer(hits[0], hits.slice(1)) : nothing(asked));
}

function answer(hit, others) {
  const told = sentences(hit);
  const copy = make("button", { class: "button", type: "button" }, "复制这两句");
  copy.addEventListener("click", function () { copyText(told.first + told.second + "依据：" + told.basis + "。", copy); });
  return [
    make("section", { class: "answer-card " + told.category, "aria-label": "答案" },
      make("h2", {}, told.name),
      make("p", { class: "read-out" }, told.first),
      make("p", { class: "read-out" }, told.second),
      make("p", { class: "quiet" }, "依据：" + told.basis),
      hit.rule ? make("p", { class: "quiet" }, "清单里没有这样东西，按规则推断：" + hit.rule.say + "。请加一句：以现场标识和天津的指导目录为准。") : null,
      make("p", { class: "buttons" }, copy, make("a", { class: "button second", href: told.next[0] }, told.next[1]))),
    others.length ? make("p", {}, "也可能是：", others.filter(function (one) { return one.item; }).map(function (one) {
      return [make("a", { href: address(one.item) }, one.item.name), "（" + category(one.item.category) + "） "];
    })) : null
  ];
}

function sentences(hit) {
  const told = hit.rule || hit.item;
  const at = (hit.rule ? search.rules : search.items).indexOf(told);
  const cells = (hit.rule ? answers.rules : answers.items)[at].split("|");
  const name = hit.rule ? hit.matched : told.name;
  return {
    name: name, category: told.category, basis: answers.bases[cells[3]],
    first: "“" + name + "”属于" + category(told.category) + "，" + (cells[1] ? cells[1] + "；" : "") + sentence(answers.ways[cells[2]]),
    second: "原因是：" + sentence(cells[0]),
    next: hit.rule ? ["/sorting/rules/#" + told.id, "看这条规则"] : answers.bookings[told.id] ? [answers.bookings[told.id], "约车来拉"] : [address(told), "看最近的点和详情"]
  };
}

function nothing(asked) {
  const near = search.nearest(asked, 5);
  return [
    make("h2", {}, "查不到“" + asked + "”"),
    make("p", { class: "read-out" }, "这样东西本站还没有收录。请看桶上的标识；拿不准的，先放其他垃圾桶旁边问一问管理员，有毒、会爆的不要放进桶。"),
    near.length ? make("p", {}, "名字最像的：", near.map(function (one) { return [make("a", { href: address(one.item) }, one.item.name), " "]; })) : null
  ];
}

function address(item) {
  return "/sorting/items/" + item.id + "/";
}

function sentence(text) {
  return /[。！？]$/.test(text) ? text : text + "。";
}

async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const area = make("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    document.body.removeChild(area);
    button.focus();
  }
  button.textContent = "已复制";
}

// Tells the worker what this page is made of, so that it opens again without a network.
async function keep() {
  if (!navigator.serviceWorker) { return; }
  try {
    await navigator.serviceWorker.register(form.getAttribute("data-worker"));
    const ready = await navigator.serviceWorker.ready;
    navigator.serviceWorker.addEventListener("message", function () { state.textContent = "可以查了：" + search.items.length + " 样东西。断网也能用。"; });
    const parts = performance.getEntriesByType("resource").map(function (one) { return one.name; }).filter(function (one) { return one.startsWith(location.origin + "/assets/"); });
    ready.active.postMessage([location.origin + location.pathname].concat(Array.from(new Set(parts))));
  } catch (refused) {
    return; // a private window: the page works as long as it is open
  }
}
