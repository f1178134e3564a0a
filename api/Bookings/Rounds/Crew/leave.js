// On every page of a crew: before signing out, the phone forgets the round and its keys. What is not sent yet stays, sealed, for the next sign-in.
import { forgetAll, works } from "./round-store.js";

document.querySelectorAll("form[action='/console/sign-out/']").forEach(function (form) {
  let isEmpty = !works;
  form.addEventListener("submit", function (event) {
    if (isEmpty) { return; }
    event.preventDefault();
    const go = function () { isEmpty = true; form.submit(); };
    forgetAll().then(go, go);
  });
});
