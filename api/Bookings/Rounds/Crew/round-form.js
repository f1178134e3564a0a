// The forms of the crew's page: what is noted goes into the phone's queue first, with the time it happened.
import { today } from "./round-store.js";
import { add, session } from "./round-queue.js";
import { mark, shown } from "./round-page.js";
import { flush, tellQueue } from "./round-sending.js";
import { watchPhoto } from "./photo.js";

const photos = new WeakMap();
const results = { "collected": "全部收完", "partly-collected": "收了一部分", "not-collected": "没有收" };

export function wireForms() {
  shown.querySelectorAll("form[data-report]").forEach(function (form) {
    form.noValidate = true;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      note(form);
    });
    const photo = form.querySelector("[type=file]");
    if (photo) { photos.set(form, watchPhoto(photo, form.querySelector("[data-photo-state]"), "不拍")); }
  });
  shown.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button); });
  });
}

async function note(form) {
  const told = form.querySelector("[data-form-problem]");
  const button = form.querySelector("[type=submit]");
  const why = wrong(form) || amountWrong(form);
  told.textContent = why;
  told.hidden = !why;
  if (why) { told.scrollIntoView(); return; }
  button.disabled = true;
  try {
    const key = await today() || (await session().then(today, function () { return null; }));
    if (!key) { told.textContent = "没有网，手机里也没有今天的钥匙，记不下来。请到有信号的地方登录后再记。"; told.hidden = false; return; }
    const report = await reportOf(form);
    await add(key, report);
    mark(report, report.words + "，还没送出");
    form.reset();
    leave(form);
  } catch (full) {
    told.textContent = "手机存不下了，没有记下。请删掉一些照片再试。";
    told.hidden = false;
    return;
  } finally {
    button.disabled = false;
  }
  await tellQueue();
  await flush();
}

function wrong(form) {
  const values = new FormData(form);
  if (form.getAttribute("data-report") === "result") {
    if (!values.get("result")) { return "请选结果：全部收完、收了一部分，或没有收。"; }
    return values.get("result") !== "collected" && !values.get("reason") ? "没有全部收完，请选原因：住户会看到它。" : "";
  }
  const amounts = Array.from(form.querySelectorAll("[inputmode=decimal]")).filter(function (field) { return field.value.trim(); });
  if (!amounts.length) { return "请至少填一种东西的立方米数或公斤数。"; }
  return values.get("centre") ? "" : "请选卸在哪里。";
}

function amountWrong(form) {
  const bad = Array.from(form.querySelectorAll("[inputmode=decimal]")).filter(function (field) { return field.value.trim() && !/^[0-9０-９]+([.．][0-9０-９]+)?$/.test(field.value.trim()); })[0];
  return bad ? "“" + bad.value + "”不是数字。请写 1.5 或 120 这样的数。" : "";
}

async function reportOf(form) {
  const card = form.closest("[data-stop]");
  const at = new Date();
  const clock = ("0" + at.getHours()).slice(-2) + ":" + ("0" + at.getMinutes()).slice(-2);
  const fields = [];
  new FormData(form).forEach(function (value, name) {
    if (typeof value === "string" && name !== "id" && name !== "form-token" && value) { fields.push([name, value]); }
  });
  const isResult = form.getAttribute("data-report") === "result";
  return {
    path: form.getAttribute("action"),
    reference: card ? card.getAttribute("data-stop") : null,
    label: card ? card.getAttribute("data-label") : "卸车",
    words: (isResult ? results[new FormData(form).get("result")] : "卸车") + " " + clock,
    fields: fields,
    photo: photos.has(form) ? await photos.get(form)() : null
  };
}

function leave(form) {
  const details = form.closest("details");
  if (!details) { return; }
  details.open = false;
  details.querySelector("summary").focus();
}

function copy(button) {
  const words = button.closest("[data-stop]").querySelector("[data-address]").textContent.trim();
  const area = document.createElement("textarea"); // the clipboard API is newer than the phones we meet
  area.value = words;
  document.body.appendChild(area);
  area.select();
  document.execCommand("copy");
  document.body.removeChild(area);
  button.textContent = "已复制";
  button.focus();
}
