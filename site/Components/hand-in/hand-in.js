// Marks the weeks that are over, in the district's own time, and puts them last.
import { all, find } from "./dom.js";

const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

all("[data-hand-ins] li").forEach(function (week) {
  if (week.getAttribute("data-until") < today) {
    find("[data-state]", week).textContent = "这次已经过了，等下一次。";
    week.parentNode.appendChild(week);
  }
});
