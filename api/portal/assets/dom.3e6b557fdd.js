// A few words for building pages without a framework. Text always goes in as text, never as HTML.

/** Makes an element: make("p", { class: "quiet" }, "text", child). An attribute that is false or null is left out. */
export function make(tag, attributes) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) {
    const value = attributes[name];
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  });
  Array.prototype.slice.call(arguments, 2).forEach(function (child) { add(element, child); });
  return element;
}

/** Adds text, a node or a list of them; nothing for null. */
export function add(parent, child) {
  if (Array.isArray(child)) {
    child.forEach(function (one) { add(parent, one); });
  } else if (child !== null && child !== undefined && child !== false) {
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Empties an element and fills it again. */
export function fill(parent, children) {
  while (parent.firstChild) { parent.removeChild(parent.firstChild); }
  add(parent, children);
}

/** The first element for a selector. */
export function find(selector, within) {
  return (within || document).querySelector(selector);
}

/** All elements for a selector, as an array. */
export function all(selector, within) {
  return Array.prototype.slice.call((within || document).querySelectorAll(selector));
}

/** Puts the reader on an element: focus and into view. */
export function goTo(element) {
  element.setAttribute("tabindex", "-1");
  element.focus();
  element.scrollIntoView();
}

/** Runs a task once at a time for a button: a second press does nothing, leaving the page arms it again. */
export function guard(button, task) {
  let busy = false;
  function rearm() { busy = false; button.removeAttribute("aria-disabled"); }
  window.addEventListener("pagehide", rearm);
  return async function (event) {
    if (event) { event.preventDefault(); }
    if (busy) { return; }
    busy = true;
    button.setAttribute("aria-disabled", "true");
    try { await task(event); } finally { rearm(); }
  };
}
