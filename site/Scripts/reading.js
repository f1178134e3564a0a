// Two helps for readers, on every page: the page itself says when nobody has checked it for too long (a static page knows no
// "today"), and in 长辈版 it reads itself aloud where the device can. Without this script the page is complete.
import { all, find, make } from "./dom.js";

/** The day after which a page is stale: months later, or the last day of a shorter month. The same rule as `check`. */
export function staleAfter(checkedOn, months) {
  const parts = checkedOn.split("-").map(Number);
  const lastDay = new Date(Date.UTC(parts[0], parts[1] - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(parts[0], parts[1] - 1 + months, Math.min(parts[2], lastDay))).toISOString().slice(0, 10);
}

// The calendar day in China, wherever the device is.
function today() {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

function sayWhenStale(line) {
  const months = Number(line.getAttribute("data-months"));
  const checkedOn = line.getAttribute("data-checked");
  const title = find("main h1");
  if (!title || today() <= staleAfter(checkedOn, months)) { return; }
  title.parentNode.insertBefore(make("p", { class: "note warn", "data-stale": true },
    "这一页超过 " + months + " 个月没有核对了（上次是 " + checkedOn + "）。内容可能变了，办事前请再问一次：天津本地 12345，外地手机 022-12345。"), title.nextSibling);
}

// One utterance for each paragraph: long ones break off in some browsers.
function paragraphs() {
  return all("h1, h2, h3, p, li, dt, dd, th, td", find("main article")).filter(function (part) {
    return part.offsetParent && !part.closest("nav, .sources, .checked, .unseen, .buttons, [hidden]") && !part.querySelector("p, li");
  }).map(function (part) { return part.textContent.replace(/\[\d+\]/g, "").trim(); }).filter(Boolean);
}

function canSpeakChinese() {
  const voices = speechSynthesis.getVoices();
  return !voices.length || voices.some(function (voice) { return /^(zh|cmn)/i.test(voice.lang); });
}

function speak(button) {
  const texts = paragraphs();
  texts.forEach(function (text, index) {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = "zh-CN";
    words.rate = 0.9;
    if (index === texts.length - 1) { words.onend = function () { button.textContent = "念给我听"; }; }
    speechSynthesis.speak(words);
  });
  button.textContent = "别念了";
}

function offerToRead(title) {
  const button = make("button", { type: "button", class: "button second read-aloud" }, "念给我听");
  button.addEventListener("click", function () {
    const reading = speechSynthesis.speaking || speechSynthesis.pending;
    speechSynthesis.cancel();
    if (reading) { button.textContent = "念给我听"; return; }
    if (canSpeakChinese()) { speak(button); } else { button.textContent = "这台设备没有中文语音"; }
  });
  window.addEventListener("pagehide", function () { speechSynthesis.cancel(); });
  title.parentNode.insertBefore(button, title.nextSibling);
}

// What is folded away on the screen belongs on paper.
function unfoldForPrint() {
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = all("main details:not([open])");
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (part) { part.open = false; }); });
}

if (find("[data-checked]")) { sayWhenStale(find("[data-checked]")); }
if (window.speechSynthesis && window.SpeechSynthesisUtterance && find("main article h1")) { offerToRead(find("main article h1")); }
unfoldForPrint();
