// A print sheet: the inn's own name is written into it and remembered on the device; A4 or A3.
import { all, find } from "./dom.js";

const form = find("[data-print-form]");
const sheet = find("[data-sheet]");
const key = "inn-name";

if (form) {
  const name = find("#inn-name", form);
  try { name.value = localStorage.getItem(key) || ""; } catch (refused) { /* a private window */ }
  write(name.value);
  name.addEventListener("input", function () {
    write(name.value);
    try { localStorage.setItem(key, name.value); } catch (refused) { /* it holds for this page */ }
  });
  all("input[name=paper]", form).forEach(function (paper) {
    paper.addEventListener("change", function () { sheet.className = "sheet " + paper.value; });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
}

function write(words) {
  all("[data-inn-name]", sheet).forEach(function (place) { place.textContent = words.trim(); });
}
