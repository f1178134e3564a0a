// /plastics/check/?business=…&product=…: two choices, one answer from the API, and the address that leads back to it.
// Without this script the page lists the businesses, and each has a page with all its answers.
import { get } from "./api.js";
import { all, fill, find, make } from "./dom.js";

const form = find("[data-plastics-check]");
const answerBox = find("[data-plastics-answer]");
const share = find("[data-plastics-share]");
const fields = { business: find("#business"), product: find("#product"), area: find("#area"), date: find("#date") };
const products = all("option", fields.product).slice(1);
let latest = 0;

const asked = new URLSearchParams(location.search);
Object.keys(fields).forEach(function (name) { fields[name].value = asked.get(name) || ""; });
if (asked.get("area") || asked.get("date")) { find("details", form).open = true; }
offer();
form.addEventListener("change", function (event) { if (event.target === fields.business) { offer(); } ask(); });
form.addEventListener("submit", function (event) { event.preventDefault(); ask(); });
find("[data-copy]").addEventListener("click", copy);
ask();

// Only what the rules know of this business; what was chosen before stays chosen when it is among them.
function offer() {
  const chosen = fields.business.options[fields.business.selectedIndex];
  const known = chosen && chosen.value ? chosen.getAttribute("data-products").split(" ") : null;
  const before = fields.product.value;
  fill(fields.product, [fields.product.options[0]].concat(products.filter(function (option) { return !known || known.indexOf(option.value) >= 0; })));
  fields.product.value = before;
  if (fields.product.selectedIndex < 0) { fields.product.value = ""; }
}

async function ask() {
  const query = {};
  Object.keys(fields).forEach(function (name) { if (fields[name].value.trim()) { query[name] = fields[name].value.trim(); } });
  const words = Object.keys(query).map(function (name) { return name + "=" + encodeURIComponent(query[name]); }).join("&");
  history.replaceState(null, "", words ? "?" + words : location.pathname);
  share.hidden = true;
  if (!query.business || !query.product) { answerBox.hidden = true; return; }
  answerBox.hidden = false;
  latest += 1;
  const mine = latest;
  try {
    const answer = await get("/plastics/check", query);
    if (mine === latest) { fill(answerBox, card(answer, query)); share.hidden = false; }
  } catch (problem) {
    if (mine === latest) {
      fill(answerBox, [make("p", {}, problem.detail), make("p", {}, make("a", { href: "/plastics/check/" + query.business + "/#" + query.product }, "看这一类的现成答案"))]);
    }
  }
}

function card(answer, query) {
  const duties = { charge: "要收费", ledger: "要记台账", report: "要报告", notice: "要有提示" };
  return make("section", { class: "verdict-card " + answer.verdict },
    make("h2", {}, answer.business.name + "：" + answer.product.name),
    make("p", { class: "verdict" }, [answer.verdictName].concat(answer.duties.map(function (duty) { return duties[duty]; })).join("，")),
    make("p", {}, answer.reason),
    make("dl", {},
      pair("按哪一天", longDay(answer.date) + (query.date ? "的规定" : "（今天）")),
      answer.since ? pair("从什么时候", longDay(answer.since) + "起") : null,
      list("不在内的", answer.exceptions),
      list("换成这些", answer.alternatives),
      answer.consequence ? pair("后果", answer.consequence.penalties.map(fine).join("；") + "。以执法部门的决定为准。") : null,
      list("依据", answer.citations.map(label), "、")));
}

function list(name, texts, between) {
  return texts.length ? pair(name, texts.join(between || "；")) : null;
}

function pair(name, text) {
  return [make("dt", {}, name), make("dd", {}, text)];
}

function label(citation) {
  return "《" + citation.document + "》" + (citation.article ? "第" + citation.article + "条" : "");
}

function fine(one) {
  return one.who + (one.condition || "") + "：" + one.amount + "（" + label(one.citation) + (one.from ? "，" + longDay(one.from) + "起" : "") + "）";
}

function longDay(date) {
  const parts = date.split("-").map(Number);
  return parts[0] + "年" + parts[1] + "月" + parts[2] + "日";
}

async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    find("[data-copied]").textContent = "已复制";
  } catch (refused) {
    find("[data-copied]").textContent = "请从地址栏复制";
  }
}
