// The villages of a township in a select box. The list is one file of the site, fetched once.
import { fill, make } from "./dom.js";

let known = null;

/** Fills a box with the villages of a township; the first line says what to do. */
export async function listVillages(box, address, township, first) {
  try {
    if (!known) { known = await (await fetch(address)).json(); }
  } catch (offline) {
    fill(box, make("option", { value: "" }, "名单没有取到，请再选一次乡镇"));
    return;
  }
  fill(box, [make("option", { value: "" }, township ? first : "先选乡镇或街道")].concat((known[township] || []).map(function (one) {
    return make("option", { value: one[0] }, one[1]);
  })));
}
