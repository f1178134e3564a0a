// The booking: one question at a time. The address names the question, so that "back" goes back one; the answers stay on the device
// (booking-answers.js) until the booking is made or they are cleared. This module leads from question to question; booking-open.js opens one,
// booking-read.js takes its answer, booking-send.js holds the time and books.
import { forget, keep } from "./booking-answers.js";
import { inWords, placed } from "./booking-errors.js";
import { open, picker } from "./booking-open.js";
import { answered, read } from "./booking-read.js";
import { confirm, giveBack, hold, made, outcome } from "./booking-send.js";
import { state, theCatalogue } from "./booking-state.js";
import { showCalledOff } from "./called-off.js";
import { all, find, goTo, guard, make } from "./dom.js";
import { clearErrors, showErrors } from "./form-errors.js";

const questions = ["who", "where", "door", "access", "floor", "what", "when", "contact", "check"];
const form = find("[data-booking]");

all("form[data-step]", form).forEach(function (section) {
  section.addEventListener("submit", guard(find("[data-next]", section), function () { return submit(section.getAttribute("data-step")); }));
  find("[data-before]", section).addEventListener("click", function (event) { event.preventDefault(); go(before(section.getAttribute("data-step"))); });
});
find("[data-again]").addEventListener("click", function () { startAgain(); });
find("[data-forget-ask]").addEventListener("click", function () { find("[data-forget-sure]").hidden = false; find("[data-forget-not]").focus(); });
find("[data-forget-not]").addEventListener("click", function () { find("[data-forget-sure]").hidden = true; find("[data-forget-ask]").focus(); });
find("[data-forget-now]").addEventListener("click", function () { giveBack(); startAgain("填过的内容都清除了。"); });
window.addEventListener("hashchange", show);
window.addEventListener("offline", sayConnection);
window.addEventListener("online", sayConnection);

function sayConnection() {
  find("[data-offline]").hidden = navigator.onLine !== false;
}

function startAgain(words) {
  forget();
  state.answers = {};
  say(words || "");
  go("who");
}

function say(words) {
  find("[data-picked]").textContent = words;
  find("[data-picked]").hidden = !words;
}

function go(step) {
  if (location.hash === "#" + step) { show(); } else { location.hash = step; }
}

function before(step) {
  return questions[Math.max(0, questions.indexOf(step) - 1)];
}


function reachable(wanted) {
  if (state.answers.done) { return "done"; }
  const last = questions.indexOf(wanted);
  return questions.filter(function (step, at) { return at >= last || !answered[step](); })[0];
}

async function show() {
  const wanted = location.hash.slice(1);
  const step = reachable(questions.indexOf(wanted) < 0 ? "who" : wanted);
  const section = find("[data-step=\"" + step + "\"]");
  all("[data-step]", form).forEach(function (one) { one.hidden = one !== section; });
  clearErrors(form);
  frame(step, section);
  document.title = find("h2", section).textContent + " - " + document.title.split(" - ").pop();
  if (wanted) { goTo(find("h2", section)); section.scrollIntoView(); }
  try {
    await open[step](section, failed);
    if (state.later && state.later.step === step) { showErrors(section, state.later.errors); state.later = null; }
  } catch (problem) {
    showErrors(section, [{ message: inWords(problem) }]);
    find("[data-errors]", section).appendChild(again());
  }
}

function again() {
  const button = make("button", { type: "button", class: "button second" }, "再试一次");
  button.addEventListener("click", guard(button, show));
  return make("p", { class: "buttons" }, button);
}

// The question's number, the way back, and what stands below: the guide only below the first question.
function frame(step, section) {
  const at = questions.indexOf(step);
  const link = find("[data-before]", section);
  if (link) {
    link.hidden = at === 0;
    link.setAttribute("href", "#" + before(step));
    find("[data-count]", section).textContent = step === "check" ? "最后一步" : "第 " + (at + 1) + " 题，共 " + (questions.length - 1) + " 题";
  }
  find("[data-about]").hidden = at !== 0;
  find("[data-forget]").hidden = !Object.keys(state.answers).length;
  find("[data-forget-sure]").hidden = true;
  find("[data-forget-ask]").textContent = step === "done" ? "清除这台手机上的记录" : "清除我填的内容";
  if (at !== 0) { say(""); }
}

async function submit(step) {
  const section = find("[data-step=\"" + step + "\"]");
  clearErrors(form);
  try {
    const wrong = read[step](section, picker);
    if (wrong.length) { showErrors(section, wrong); return; }
    keep(state.answers);
    await leave(step);
  } catch (problem) {
    failed(section, problem);
  }
}

// On to the first question without an answer; after a change from the last page that is the last page again.
async function leave(step) {
  if (step === "check") { await confirm(); go("done"); return; }
  if (step === "when") { await hold(); }
  const next = questions[questions.indexOf(step) + 1];
  go(answered.contact() ? reachable("check") : next);
}

// A time that has gone takes the resident back to the dates, an answer that is refused back to its question; everything stays as it was.
function failed(section, problem) {
  if (/^(slot_|hold_)/.test(problem.code || "")) {
    state.answers.slot = null;
    delete state.answers.hold;
    delete state.answers.sent;
    keep(state.answers);
    state.later = { step: "when", errors: [{ message: problem.detail.replace(/您填的内容都还?在，.*$|请重新选一个日期。$/, "") + "您填的内容都在，请另选一个时段。" }] };
    go("when");
    return;
  }
  const errors = problem.errors && problem.errors.length ? problem.errors.map(placed) : [{ message: inWords(problem) }];
  const home = errors[0].step;
  if (home && home !== section.getAttribute("data-step") && errors.every(function (one) { return one.step === home; })) {
    state.later = { step: home, errors: errors };
    go(home);
    return;
  }
  showErrors(section, errors);
}

// From the page of a thing: /booking/?item=sofa has it chosen already.
async function takeChosen() {
  const code = new URLSearchParams(location.search).get("item");
  if (!code || state.answers.done) { return; }
  history.replaceState(null, "", location.pathname + location.hash);
  try {
    const item = (await theCatalogue()).items.filter(function (one) { return one.code === code; })[0];
    if (!item || !item.bookable) { return; }
    state.answers.items = state.answers.items || {};
    if (!state.answers.items[code]) { state.answers.items[code] = 1; }
    keep(state.answers);
    say("已经替您选上：" + item.name + " 1 " + (item.unit || "件") + "。后面还能改。");
  } catch (offline) { /* the list is there to choose from */ }
}

// The tab died between question and answer: the answer is fetched now.
async function resume() {
  if (!state.answers.sent) { return; }
  try {
    const known = await outcome();
    if (known) { made(known); }
  } catch (silence) { /* the last page asks again */ }
}

sayConnection();
form.hidden = false;
showCalledOff();
resume().then(takeChosen).then(show);
