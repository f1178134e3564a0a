// The self-check: answers are kept on this device alone; the sheet lists open points first. One engine for inns, scenic spots, hotels and venues.
import { all, fill, find, goTo, make } from "./dom.js";
import "./print.js";

const article = find("[data-self-check]");
const key = "self-check:" + article.getAttribute("data-self-check");
const form = find("[data-questions]", article);
const sheet = find("[data-sheet]", article);
const questions = all("[data-question]", form).map(function (box) {
  return { id: box.getAttribute("data-question"), ask: find("legend", box).textContent, todo: box.getAttribute("data-todo"), by: box.getAttribute("data-by"), helps: box.getAttribute("data-helps"), basis: box.getAttribute("data-basis") };
});
const deadlines = ["今天", "本周内", "本月内", "动工前"];

restore();
form.addEventListener("change", function () { keep(answers()); progress(); });
form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
find("[data-back]", sheet).addEventListener("click", function () { hideSheet(); goTo(firstOpen()); });
find("[data-clear]", sheet).addEventListener("click", function () { keep(null); form.reset(); hideSheet(); progress(); goTo(find("h1", article)); });
progress();

/** Sorts questions by their answers: { open, unanswered, done, na }; open points by deadline. */
export function sortOut(asked, given) {
  const result = { open: [], unanswered: [], done: [], na: [] };
  asked.forEach(function (question) {
    result[{ no: "open", yes: "done", na: "na" }[given[question.id]] || "unanswered"].push(question);
  });
  result.open.sort(function (one, other) { return deadlines.indexOf(one.by) - deadlines.indexOf(other.by); });
  return result;
}

function answers() {
  const given = {};
  all("input:checked", form).forEach(function (input) { given[input.name] = input.value; });
  return given;
}

function keep(given) {
  try {
    if (given) { localStorage.setItem(key, JSON.stringify(given)); } else { localStorage.removeItem(key); }
  } catch (refused) { /* a private window: it holds for this page */ }
}

function restore() {
  let given = {};
  try { given = JSON.parse(localStorage.getItem(key)) || {}; } catch (refused) { return; }
  all("input[type=radio]", form).forEach(function (input) { input.checked = given[input.name] === input.value; });
}

function progress() {
  const left = questions.length - Object.keys(answers()).length;
  find("[data-progress]", form).textContent = left ? "还有 " + left + " 个没答" : "都答完了";
}

function firstOpen() {
  const given = answers();
  const open = questions.filter(function (question) { return !given[question.id]; })[0];
  return open ? find("[data-question=\"" + open.id + "\"]", form) : find("h2", form);
}

function hideSheet() {
  sheet.hidden = true;
  article.classList.remove("sheet-ready");
}

function show() {
  const sorted = sortOut(questions, answers());
  find("[data-sheet-facts]", sheet).textContent = article.getAttribute("data-review") + "，" + chineseToday() + "。没做到 " + sorted.open.length + " 条，做到 " + sorted.done.length + " 条，不适用 " + sorted.na.length + " 条" + (sorted.unanswered.length ? "，没答 " + sorted.unanswered.length + " 条" : "") + "。";
  fill(find("[data-sheet-lists]", sheet), [
    list("先改这些", sorted.open, open),
    list("还没答的", sorted.unanswered, plain),
    list("做到的", sorted.done, plain),
    list("不适用的", sorted.na, plain),
    make("p", { class: "only-on-paper" }, "检查人：＿＿＿＿＿＿＿＿　负责人：＿＿＿＿＿＿＿＿")
  ]);
  sheet.hidden = false;
  article.classList.add("sheet-ready");
  goTo(find("#sheet", sheet));
}

function list(title, entries, write) {
  return entries.length ? [make("h3", {}, title + "（" + entries.length + "）"), make("ol", { class: "sheet-list" }, entries.map(write))] : null;
}

function open(question) {
  return make("li", {}, make("strong", {}, question.todo), "（" + question.by + "）", make("br"), question.ask,
    question.helps ? [" ", make("a", { href: question.helps }, "用得上的")] : null, make("br"), make("span", { class: "quiet" }, "依据：" + question.basis));
}

function plain(question) {
  return make("li", {}, question.ask);
}

// The calendar day in China, wherever the device is.
function chineseToday() {
  const parts = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10).split("-").map(Number);
  return parts[0] + "年" + parts[1] + "月" + parts[2] + "日";
}
