// What is to be done with one thing, above the list of places that take it.
import { get } from "./api.js";
import { fill, make } from "./dom.js";
import { category } from "./words.js";

let last = { id: "", item: null };

/** Shows an item in a box and answers it; hides the box and answers null for none, an unknown one and a failure. */
export async function showItem(box, id) {
  if (id !== last.id || !last.item) { last = { id: id, item: id ? await read(id) : null }; }
  const item = last.item;
  box.hidden = !item;
  fill(box, item ? [
    make("p", {}, make("strong", {}, item.name + "：" + category(item.category)), "。" + item.nextStep.advice),
    make("p", { class: "chips" }, links(item).map(function (link) { return make("a", { href: link[0] }, link[1]); }))
  ] : []);
  return item;
}

function links(item) {
  const all = [[item.page, "怎么处理"]];
  if (item.nextStep.booking.bookable) { all.push([item.nextStep.booking.page, "约车上门来拉"]); }
  return all;
}

async function read(id) {
  try {
    return await get("/sorting/items/" + encodeURIComponent(id));
  } catch (problem) {
    return null;
  }
}
