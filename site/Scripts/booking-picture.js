// The booking as a picture for the phone's album: label, number, date, code. No name, phone or address stands in it.
import { fullDay, moment, part } from "./words.js";

const family = "system-ui, \"PingFang SC\", \"Noto Sans CJK SC\", \"Noto Sans SC\", sans-serif";
const width = 1080;

/** Draws the card; `rows` is the code that opens the booking, or null. */
export function drawCard(made, rows) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = rows ? 1700 : 1120;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, canvas.height);
  pen.fillStyle = "#1a1f1c";
  let y = 110;
  function line(words, size, bold, colour) {
    pen.fillStyle = colour || "#1a1f1c";
    pen.font = (bold ? "bold " : "") + size + "px " + family;
    while (pen.measureText(words).width > width - 120) { size -= 2; pen.font = (bold ? "bold " : "") + size + "px " + family; }
    pen.fillText(words, 60, y);
    y += Math.round(size * 1.55);
  }
  line("大件上门收运" + (made.sample ? "（演示：不会有车来）" : ""), 48, true, made.sample ? "#8f1a12" : "#1e5b3a");
  line("东西上写：", 44, false, "#3c4742");
  pen.strokeStyle = "#1a1f1c";
  pen.lineWidth = 8;
  pen.strokeRect(60, y - 40, width - 120, 190);
  y += 90;
  pen.fillStyle = "#1a1f1c";
  pen.textAlign = "center";
  pen.font = "bold 100px " + family;
  pen.fillText(made.label, width / 2, y, width - 180);
  pen.textAlign = "left";
  y += 150;
  line(fullDay(made.slot.date), 68, true);
  line(part(made.slot), 56, true);
  line(made.where || "", 48, false, "#3c4742");
  y += 20;
  line("预约号（别写在东西上）：", 44, false, "#3c4742");
  y += 20;
  line(made.reference, 72, true);
  line(moment(made.changeUntil) + " 以前能改、能取消", 42, false, "#3c4742");
  line("有事：天津本地 12345，外地手机 022-12345", 42, false, "#3c4742");
  if (rows) { code(pen, rows, y); }
  return canvas;
}

function code(pen, rows, top) {
  const step = Math.floor(480 / (rows.length + 8));
  const left = Math.round((width - step * rows.length) / 2);
  pen.fillStyle = "#000000";
  rows.forEach(function (row, y) {
    row.forEach(function (on, x) { if (on) { pen.fillRect(left + x * step, top + (y + 2) * step, step, step); } });
  });
  pen.fillStyle = "#3c4742";
  pen.font = "40px " + family;
  pen.textAlign = "center";
  pen.fillText("扫一扫：查看、改期、取消。别发给不认识的人。", width / 2, top + (rows.length + 4) * step + 50, width - 120);
}
