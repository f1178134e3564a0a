// Looks a booking up by its number and the ending of the phone, shows it, cancels it. Nothing of it stands in an address.
import { send } from "./api.js";
import { clearErrors, showErrors } from "./form-errors.js";
import { fill, find, goTo, guard, make } from "./dom.js";
import { slot as slotWords } from "./words.js";

const form = find("[data-manage]");
const lookup = find("[data-lookup]");
const shown = find("[data-booking-shown]");
const sure = find("[data-cancel-sure]");
let current = null;

form.hidden = false;
find("#reference").value = new URLSearchParams(location.hash.slice(1)).get("reference") || "";
lookup.addEventListener("submit", guard(find("[data-find]"), look));
find("[data-cancel]").addEventListener("click", function () { sure.hidden = false; goTo(find("h3", sure)); });
find("[data-keep]").addEventListener("click", function () { sure.hidden = true; find("[data-cancel]").focus(); });
find("[data-cancel-now]").addEventListener("click", guard(find("[data-cancel-now]"), cancel));

async function look() {
  clearErrors(form);
  const reference = find("#reference").value.trim();
  const ending = find("#phone-ending").value.trim();
  const wrong = [];
  if (!reference) { wrong.push({ field: "reference", message: "请写预约号" }); }
  if (!/^[0-9０-９]{4}$/.test(ending)) { wrong.push({ field: "phone-ending", message: "请写手机号的最后四位数字" }); }
  if (wrong.length) { showErrors(form, wrong); return; }
  try {
    const found = await send("POST", "/bookings/lookup", { reference: reference, phoneEnding: ending });
    current = { reference: found.booking.reference || reference, token: found.manageToken };
    show(found.booking);
  } catch (problem) {
    showErrors(form, [{ message: problem.detail }]);
  }
}

function show(booking) {
  const states = {
    booked: "已预约", assigned: "已排车", collected: "已收走", "partly-collected": "收走一部分", "not-collected": "没有收走", cancelled: "已取消", postponed: "已改期"
  };
  const rows = [
    ["现在", states[booking.state] || booking.state], ["什么时候", slotWords(booking.slot)], ["物品上写", booking.label],
    ["拉什么", (booking.items || []).map(function (item) { return (item.name || item.code) + " " + item.count + " 件"; }).join("、")]
  ];
  fill(find("[data-rows]"), rows.map(function (row) { return make("div", {}, make("dt", {}, row[0]), make("dd", {}, row[1])); }));
  find("[data-cancel]").hidden = booking.state !== "booked" && booking.state !== "assigned" && booking.state !== "postponed";
  sure.hidden = true;
  shown.hidden = false;
  goTo(find("h2", shown));
}

async function cancel() {
  clearErrors(form);
  try {
    await send("DELETE", "/bookings/" + encodeURIComponent(current.reference), undefined, { Authorization: "Manage " + current.token });
    sure.hidden = true;
    find("[data-cancel]").hidden = true;
    find("[data-rows] dd").textContent = "已取消";
    const said = find("[data-cancelled]");
    said.hidden = false;
    goTo(said);
  } catch (problem) {
    showErrors(form, [{ message: problem.detail }]);
  }
}
