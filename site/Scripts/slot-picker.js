// When: the dates of a village in words, morning and afternoon. What is full can be seen and not chosen, what is closed says why,
// and a year whose holidays are not on record says so.
import { get } from "./api.js";
import { add, fill, find, goTo, make } from "./dom.js";
import { fullDay, part } from "./words.js";

const firstDays = 10;

/** Lists the slots in `section`. `asked` is the query; `chosen` the slot taken so far; `own` stays possible even when full. */
export async function slotPicker(section, asked, chosen, own) {
  const found = await get("/bookings/slots", asked);
  const days = [];
  found.items.forEach(function (one) { if (days.indexOf(one.date) < 0) { days.push(one.date); } });
  const more = find("[data-more-days]", section);
  const shown = chosen ? Math.max(firstDays, days.indexOf(chosen.date) + 1) : firstDays;
  const free = found.items.some(function (one) { return possible(one); });
  const unknowns = found.items.filter(function (one) { return one.state === "not-on-record"; });
  const unknown = unknowns[0];

  fill(find("[data-slots]", section), list(days.slice(0, shown)));
  more.hidden = days.length <= shown;
  more.onclick = function () {
    const rest = list(days.slice(shown));
    add(find("[data-slots]", section), rest);
    more.hidden = true;
    const first = find("input:not(:disabled)", rest[0]) || rest[0];
    if (first === rest[0]) { goTo(first); } else { first.focus(); }
  };
  find("[data-no-slots]", section).hidden = free;
  fill(find("[data-calendar]", section), [
    unknown ? make("p", { class: "note warn" }, unknown.reason + (unknowns.some(possible) ? "。写着“暂定”的日子可以先约；要是那天放假，日子还会变。" : "。那年的日子收录以后才能约。")) : null,
    !unknown && found.calendarKnownUntil ? make("p", { class: "quiet" }, "放假安排本站收录到 " + found.calendarKnownUntil.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1 年 $2 月 $3 日") + "。") : null
  ]);
  return found;

  function list(dates) {
    return dates.map(function (date) {
      return make("fieldset", { class: "day" }, make("legend", {}, fullDay(date)), found.items.filter(function (one) { return one.date === date; }).map(choice));
    });
  }

  function possible(one) {
    return one.available || Boolean(own && own.id === one.id);
  }

  function choice(one) {
    const input = make("input", { type: "radio", name: "slot", value: one.id, id: "slot-" + one.id, disabled: !possible(one), checked: Boolean(chosen && chosen.id === one.id && possible(one)) });
    input.data = one;
    return make("p", { class: "choice", "data-state": one.state }, input, make("label", { for: "slot-" + one.id }, part(one), words(one)));
  }

  function words(one) {
    const said = own && own.id === one.id ? "您现在约的" : one.state === "full" ? "约满了" : one.state === "closed" ? one.reason || "不收运"
      : one.state === "not-on-record" ? (one.available ? "暂定" : "暂不能约：" + one.reason) : one.available ? "" : "剩的地方装不下这么多";
    return said ? make("span", { class: "quiet" }, said) : null;
  }
}

/** The slot that is ticked, or null. */
export function tickedSlot(section) {
  const ticked = find("input[name=slot]:checked", section);
  return ticked ? ticked.data : null;
}

/** Where an error about the date leads. */
export function firstSlot(section) {
  const first = find("input[name=slot]:not(:disabled)", section);
  return first ? first.id : "";
}
