// Where an error of the booking belongs, and how it is said so that nobody fears for what they wrote.
import { ApiProblem } from "./api.js";

/** When nobody answers, people fear for what they wrote: it is kept. */
export function inWords(problem) {
  if (!(problem instanceof ApiProblem)) { return "这一页出了点问题，请刷新再试。您填的内容都在。"; }
  return problem.status === 0 || problem.status === 429 || problem.status >= 500 ? problem.detail + "您填的内容都在。" : problem.detail;
}

/** Where an error belongs: its question and the field there. */
export function placed(error) {
  const name = (error.field || "").split(/[.[]/)[0];
  const step = { class: "who", village: "where", address: "door", access: "access", floor: "floor", lift: "floor", items: "what", slot: "when", phone: "contact", name: "contact", note: "contact" }[name];
  const field = { class: "class-resident", access: "access-truck", lift: "level-ground", items: "item-search", slot: "" }[name];
  return { step: step, field: field === undefined ? name : field, message: error.message, href: step ? "#" + step : null };
}
