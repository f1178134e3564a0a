// Makes the report form nicer where scripts run: the photo is scaled down before it is sent, the position is asked for on a press,
// and mistakes are shown without a new page. Without scripts the same form works by itself.
import { send } from "./api.js";
import { all, find, guard } from "./dom.js";
import { clearErrors, showErrors } from "./form-errors.js";
import { watchPhoto } from "./photo.js";

all("form[data-report]").forEach(function (form) {
  const photo = watchPhoto(find("[type=file]", form), find("[data-photo-status]", form), "不传");
  form.noValidate = true;
  form.addEventListener("submit", guard(find("[data-send]", form), async function () {
    clearErrors(form.parentNode);
    await report(form, await photo());
  }));
  locate(form);
});

async function report(form, photo) {
  const values = new FormData(form);
  const body = { kind: values.get("kind") || "", note: text(values, "note"), phone: text(values, "phone"), photo: photo };
  ["place", "township", "village"].forEach(function (name) { body[name] = text(values, name); });
  if (values.get("lng") && values.get("lat")) { body.position = { lng: Number(values.get("lng")), lat: Number(values.get("lat")) }; }
  try {
    const answer = await send("POST", "/reports", body, { "Idempotency-Key": keyOf(values.get("key"), body) });
    location.assign(answer.status);
  } catch (problem) {
    const errors = problem.errors.length ? problem.errors : [{ message: problem.detail }];
    showErrors(form.parentNode.querySelector("[data-errors]") ? form.parentNode : document, errors);
  }
}

function text(values, name) {
  return (values.get(name) || "").trim() || null;
}

// The page's key with a number for the content: a second press is the same report, a changed one is another.
function keyOf(key, body) {
  const words = JSON.stringify(body);
  let sum = 5381;
  for (let i = 0; i < words.length; i++) { sum = ((sum * 33) ^ words.charCodeAt(i)) >>> 0; }
  return key + "-" + sum.toString(16);
}

function locate(form) {
  const row = find("[data-position]", form);
  if (!row || !navigator.geolocation) { return; }
  const told = find("[data-position-status]", form);
  row.hidden = false;
  find("[data-locate]", row).addEventListener("click", function () {
    told.textContent = "正在问手机在哪里……";
    navigator.geolocation.getCurrentPosition(function (found) {
      find("[name=lng]", form).value = found.coords.longitude.toFixed(4);
      find("[name=lat]", form).value = found.coords.latitude.toFixed(4);
      told.textContent = "已记下您现在的位置，误差约 " + Math.round(found.coords.accuracy) + " 米。不在现场的话，请改选乡镇和村。";
    }, function () {
      told.textContent = "手机没有给出位置。请选乡镇和村。";
    }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
  });
}
