// Checks a filled book on the visitor's device: chosen or dropped, read, judged, added up. Nothing is sent, nothing is kept.
import { all, fill, find, make } from "./dom.js";
import { check } from "./ledger-rules.js";
import { decode, parse } from "./table-text.js";

const mostBytes = 2 * 1024 * 1024;
const mostShown = 50;

all("[data-ledger]").forEach(function (part) {
  const facts = JSON.parse(part.getAttribute("data-ledger"));
  const drop = find("[data-drop]", part);
  const input = find("input[type=file]", part);
  const box = find("[data-ledger-result]", part);
  input.addEventListener("change", function () { look(input.files[0]); });
  ["dragenter", "dragover"].forEach(function (name) { drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add("over"); }); });
  drop.addEventListener("dragleave", function () { drop.classList.remove("over"); });
  drop.addEventListener("drop", function (event) {
    event.preventDefault();
    drop.classList.remove("over");
    look(event.dataTransfer.files[0]);
  });
  function look(file) {
    if (!file) { return; }
    if (file.size > mostBytes) { show(box, [make("p", { class: "note warn" }, "文件超过 2 MB，不像台账。")]); return; }
    const reader = new FileReader();
    reader.onload = function () {
      if (new Uint8Array(reader.result).slice(0, 2).join() === "80,75") {
        show(box, [make("p", { class: "note warn" }, "这是表格软件自己的格式（xlsx）。请在里面选“另存为”，存成 CSV 再拖进来。")]);
        return;
      }
      const decoded = decode(reader.result);
      show(box, report(facts, file.name, decoded.encoding, check(facts, parse(decoded.text), today())));
    };
    reader.readAsArrayBuffer(file);
  }
});

// The calendar day in China, wherever the device is.
function today() {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

function show(box, parts) {
  fill(box, parts);
  box.hidden = false;
}

function report(facts, name, encoding, result) {
  const good = !result.errors.length;
  return [
    make("h3", {}, good ? "看完了，没有错" : "有 " + result.errors.length + " 处要改"),
    make("p", {}, name + "（" + encoding + "），" + result.rows + " 行" + (result.from ? "，" + result.from + " 到 " + result.to : "") + "。"),
    list("要改的", result.errors),
    list("再看一眼", result.warnings),
    totals(facts, result)
  ];
}

function list(title, entries) {
  if (!entries.length) { return null; }
  const more = entries.length - mostShown;
  return [
    make("h4", {}, title),
    make("ul", {}, entries.slice(0, mostShown).map(function (one) { return make("li", {}, "第 " + one.line + " 行：" + one.text); }),
      more > 0 ? make("li", {}, "还有 " + more + " 处") : null)
  ];
}

function totals(facts, result) {
  if (!result.totals.length) { return null; }
  const sums = facts.columns.filter(function (column) { return column.sum; });
  return [
    make("h4", {}, "合计"),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "合计" }, make("table", {},
      make("thead", {}, make("tr", {}, ["", "行数"].concat(sums.map(function (column) { return column.name; })).map(function (word) { return make(word ? "th" : "td", word ? { scope: "col" } : {}, word); }))),
      make("tbody", {}, result.totals.map(function (total) {
        return make("tr", {}, make("th", { scope: "row" }, total.group), make("td", { class: "number" }, total.count),
          sums.map(function (column) { return make("td", { class: "number" }, total.sums[column.key]); }));
      })))),
    result.errors.length ? make("p", { class: "quiet" }, "有错的行没有算进合计。") : null
  ];
}
