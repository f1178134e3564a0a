// Days that were called off, above the question: 12月3日北部山区片因降雪停收. Nothing is shown when there is none, or when the list cannot be had.
import { get } from "./api.js";
import { find, make } from "./dom.js";

const most = 6;

/** Fills [data-called-off], the next days first. */
export async function showCalledOff() {
  const place = find("[data-called-off]");
  try {
    const found = await get("/bookings/notices");
    if (!place || !found.items.length) { return; }
    place.appendChild(make("p", {}, make("strong", {}, (found.sample ? "演示：" : "") + "这些日子车不去")));
    place.appendChild(make("ul", {}, found.items.slice(0, most).map(function (one) { return make("li", {}, one.text); })));
    place.appendChild(make("p", {}, "约在这些日子的，会移到后面的收运日：", make("a", { href: "/booking/manage/" }, "查我的预约"), "。"));
    place.hidden = false;
  } catch (failed) { /* the dates themselves say the same */ }
}
