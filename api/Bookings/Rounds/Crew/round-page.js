// The parts of the crew's page: the list, and what stands above it.
const root = document.querySelector("[data-round]");
export const shown = root.querySelector("[data-round-list]");
export const isFresh = root.getAttribute("data-round") === "fresh";

export function part(name) { return root.querySelector("[data-" + name + "]"); }

export function make(tag, words, className) {
  const made = document.createElement(tag);
  made.textContent = words;
  if (className) { made.className = className; }
  return made;
}

export function problem(words, isSignedOut) {
  part("problem").textContent = words;
  part("problem").hidden = !words;
  part("sign-in").hidden = !isSignedOut;
}

export function busy(button, work) {
  return async function () {
    button.disabled = true;
    try { await work(); } finally { button.disabled = false; }
  };
}

// Writes beside a stop, or beside what was tipped, how far its report is.
export function mark(report, words) {
  const card = report.reference && shown.querySelector("[data-stop='" + report.reference + "']");
  const state = (card || shown.querySelector("form[data-report=tipped]") || shown).querySelector("[data-state]");
  if (state) { state.textContent = words; }
  tellProgress();
}

// How many stops still want a result.
export function tellProgress() {
  const told = shown.querySelector("[data-progress]");
  if (!told) { return; }
  const states = Array.from(shown.querySelectorAll("[data-stop] [data-state]"));
  const open = states.filter(function (one) { return !one.textContent.trim(); }).length;
  told.textContent = open ? states.length + " 站里还有 " + open + " 站没记结果。" : states.length + " 站都记了结果。";
}
