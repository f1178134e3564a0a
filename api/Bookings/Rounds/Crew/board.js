// Lets a dispatcher with a mouse drag a stop: onto another one (it stands in front of it) or onto a vehicle (it goes where the saved order wants it). The buttons do the same.
const form = document.querySelector("form[data-drop]");

document.querySelectorAll("[data-stop]").forEach(function (stop) {
  if (!stop.querySelector("form")) { return; }
  stop.draggable = true;
  stop.addEventListener("dragstart", function (event) {
    event.dataTransfer.setData("text/plain", stop.getAttribute("data-stop"));
    event.dataTransfer.effectAllowed = "move";
  });
});

document.querySelectorAll("section[data-truck]").forEach(function (truck) {
  truck.addEventListener("dragover", function (event) { event.preventDefault(); });
  truck.addEventListener("drop", function (event) {
    event.preventDefault();
    const before = event.target.closest("[data-stop]");
    const reference = event.dataTransfer.getData("text/plain");
    if (!/^[0-9A-Z]+$/.test(reference) || (before && before.getAttribute("data-stop") === reference)) { return; }
    form.elements.reference.value = reference;
    form.elements.to.value = truck.getAttribute("data-truck");
    form.elements.before.value = before ? before.getAttribute("data-stop") : "";
    form.submit();
  });
});

// The server leads back to the stop that moved; its button is under the finger again.
const moved = location.hash.indexOf("#s-") === 0 && document.getElementById(location.hash.slice(1));
if (moved) { moved.focus(); }
