// The quiz: a choice is judged at once, its reason unfolds, the score stands below. Nothing is kept.
import { all, find } from "./dom.js";

const form = find("[data-quiz]");
const questions = all("[data-answer]", form);
const score = find("[data-score]", form);

form.addEventListener("submit", function (event) { event.preventDefault(); });
form.addEventListener("change", function (event) {
  const box = event.target.closest("[data-answer]");
  const right = event.target.value === box.getAttribute("data-answer");
  const line = find(".answer-line", box);
  if (!line.hasAttribute("data-words")) { line.setAttribute("data-words", line.textContent); }
  line.textContent = (right ? "对了。" : "再看看：") + line.getAttribute("data-words");
  box.classList.remove("right", "wrong");
  box.classList.add(right ? "right" : "wrong");
  find("details", box).open = true;
  tell();
});

function tell() {
  const answered = questions.filter(function (box) { return find("input:checked", box); });
  const right = answered.filter(function (box) { return box.classList.contains("right"); });
  score.hidden = false;
  score.textContent = "答了 " + answered.length + " 样，对了 " + right.length + " 样。" + (answered.length === questions.length && right.length === answered.length ? "全对！" : "");
}
