// Errors of a form: a summary on top that links to the fields, and the same words beside each field.
import { all, fill, find, goTo, make } from "./dom.js";

/** Shows errors: [{ field: id or null, message }]. Focus goes to the summary. */
export function showErrors(section, errors) {
  const box = find("[data-errors]", section);
  fill(box, [
    make("h2", {}, "有 " + errors.length + " 处要您看一下"),
    make("ul", {}, errors.map(function (one) { return make("li", {}, linked(section, one)); }))
  ]);
  box.hidden = false;
  goTo(box);
}

function linked(section, error) {
  const field = document.getElementById(error.field || "");
  if (!field || !section.contains(field)) { return error.href ? make("a", { href: error.href }, error.message) : error.message; }
  mark(field, error.message);
  const link = make("a", { href: "#" + error.field }, error.message);
  link.addEventListener("click", function (event) { event.preventDefault(); field.focus(); });
  return link;
}

function mark(field, message) {
  const id = field.id + "-error";
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", id);
  field.parentNode.insertBefore(make("p", { class: "field-error", id: id }, message), field);
}

/** Takes all errors away. */
export function clearErrors(form) {
  all("[data-errors]", form).forEach(function (box) { box.hidden = true; fill(box, []); });
  all(".field-error", form).forEach(function (words) { words.parentNode.removeChild(words); });
  all("[aria-invalid]", form).forEach(function (field) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
}
