// The end of a booking: the label, the number, what happens next, and ways to keep it: a picture, the calendar, paper, a copy, a code.
// The token of the manage link stands in the link's fragment alone and is drawn here; it is sent nowhere but to our own API.
import { send } from "./api.js";
import { drawCard } from "./booking-picture.js";
import { fill, find, make } from "./dom.js";
import { qrRows } from "./qr-code.js";
import { fullDay, fullSlot, moment } from "./words.js";

/** The link that opens a booking. */
export function manageLink(made) {
  return location.origin + "/booking/manage/#reference=" + encodeURIComponent(made.reference) + "&token=" + encodeURIComponent(made.token || "");
}

/** Fetches the calendar file and hands it to the device. */
export async function saveCalendar(reference, token) {
  const root = document.documentElement.getAttribute("data-api") || "";
  const answer = await fetch(root + "/api/v1/bookings/" + encodeURIComponent(reference) + "/ics", { method: "POST", headers: { Authorization: "Manage " + token } });
  if (!answer.ok) { throw new Error("no calendar file"); }
  saveAs(await answer.blob(), "pickup.ics");
}

/** Hands a file to the device. */
export function saveAs(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
}

/** Fills the last page. The catalogue may be missing: it only adds how to prepare. */
export function showDone(section, made, catalogue) {
  const said = find("[data-done-status]", section);
  const link = manageLink(made);
  find("[data-label]", section).textContent = made.label;
  find("[data-reference]", section).textContent = made.reference;
  find("[data-done-when]", section).textContent = fullSlot(made.slot);
  find("[data-done-where]", section).textContent = made.where || "";
  find("[data-done-what]", section).textContent = (made.items || []).map(function (one) { return one.name + " " + one.count + " " + one.unit; }).join("、");
  find("[data-manage]", section).setAttribute("href", link.slice(location.origin.length));
  fill(find("[data-done-next]", section), next(made, catalogue).map(function (words) { return make("li", {}, words); }));
  showCode(section, link);
  const busy = function (button, task) { find(button, section).onclick = function () { said.textContent = ""; Promise.resolve(task()).catch(function (failed) { said.textContent = failed.words || "没有成。请截图，或者把预约号抄下来。"; }); }; };
  busy("[data-save-picture]", function () {
    const canvas = drawCard(made, qrRows(link));
    const image = find("[data-picture]", section);
    fill(image, [make("p", {}, "图片在下面，已经开始下载；没有下载的，长按图片保存，或者截图。"), make("img", { src: canvas.toDataURL("image/png"), alt: "预约卡片：" + made.label + "，" + fullSlot(made.slot), width: 540 })]);
    image.hidden = false;
    canvas.toBlob(function (blob) { if (blob) { saveAs(blob, "booking-" + made.slot.date + ".png"); } });
    said.textContent = "图片做好了。";
  });
  busy("[data-calendar-file]", async function () {
    await saveCalendar(made.reference, made.token);
    said.textContent = "日历文件给您了。在微信里打不开的，请记下日期。";
  });
  busy("[data-print]", function () { window.print(); });
  busy("[data-copy]", async function () {
    try {
      await navigator.clipboard.writeText("预约号 " + made.reference + "，东西上写 " + made.label + "，" + fullSlot(made.slot) + "，" + (made.where || ""));
      said.textContent = "已复制。";
    } catch (refused) { said.textContent = "这台设备不让复制，请截图保存这一页。"; }
  });
}

function next(made, catalogue) {
  const items = made.items || [];
  const known = catalogue ? catalogue.items : [];
  const prepare = known.filter(function (item) { return item.prepare && items.some(function (one) { return one.code === item.code; }); });
  const at = made.access === "village-entrance" ? "车只能到村口，当天请搬到村口等。" : made.access === "tricycle" ? "会按小三轮能进来安排。" : "";
  return [
    "现在就把“" + made.label + "”写在东西上。"
  ].concat(prepare.map(function (item) { return item.name + "：" + item.prepare; })).concat([
    fullDay(made.slot.date) + " " + made.slot.startsAt.replace(/^0/, "") + " 以前放到车够得着的地方，别挡路。" + at,
    "改主意了，" + moment(made.changeUntil) + " 以前能改、能取消。",
    reminder(made, catalogue)
  ]);
}

// A reminder is promised only when the operator has a way to send one, and never to a landline.
function reminder(made, catalogue) {
  return catalogue && catalogue.reminders && made.mobile ? "上门以前会发短信提醒您；万一没收到，也请自己记着日期。" : "我们不会发短信，请记下日期。";
}

function showCode(section, link) {
  const rows = qrRows(link);
  const box = find("[data-qr-box]", section);
  box.hidden = !rows;
  if (rows) { fill(find("[data-qr]", section), svgOf(rows)); }
}

function svgOf(rows) {
  const space = "http://www.w3.org/2000/svg";
  const size = rows.length + 8;
  const svg = document.createElementNS(space, "svg");
  const ground = document.createElementNS(space, "rect");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 " + size + " " + size);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "二维码：打开这次预约");
  svg.setAttribute("shape-rendering", "crispEdges");
  ground.setAttribute("width", size);
  ground.setAttribute("height", size);
  ground.setAttribute("class", "qr-ground");
  path.setAttribute("class", "qr-dark");
  path.setAttribute("d", rows.map(function (row, y) {
    return row.map(function (on, x) { return on ? "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z" : ""; }).join("");
  }).join(""));
  svg.appendChild(ground);
  svg.appendChild(path);
  return svg;
}
