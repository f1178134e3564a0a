// The answers of a booking, kept on this device alone, so that a reload, "back" and a dead tab lose nothing. What is personal is
// forgotten two hours after it was last touched, the rest after a day; a confirmed booking leaves only its number, for two hours.
const store = "booking";
const hourMs = 3600 * 1000;
const personal = ["address", "phone", "name", "note", "hold", "heldFor", "heldUntil", "key", "sent", "done"];
let memory = {}; // a private window may refuse to keep anything: then the answers live as long as the page

/** The answers that are still young enough. */
export function recall() {
  const kept = read();
  const age = Date.now() - (kept.at || 0);
  if (!kept.answers || age < 0 || age > 24 * hourMs) { forget(); return {}; }
  if (age > 2 * hourMs) {
    personal.forEach(function (name) { delete kept.answers[name]; });
    keep(kept.answers);
  }
  return kept.answers;
}

/** Keeps them from now on. */
export function keep(answers) {
  memory = { at: Date.now(), answers: answers };
  try { localStorage.setItem(store, JSON.stringify(memory)); } catch (refused) { /* memory has them */ }
}

/** Nothing of them stays on this device. */
export function forget() {
  memory = {};
  try { localStorage.removeItem(store); } catch (refused) { /* nothing was kept */ }
}

function read() {
  try { return JSON.parse(localStorage.getItem(store)) || memory; } catch (refused) { return memory; }
}
