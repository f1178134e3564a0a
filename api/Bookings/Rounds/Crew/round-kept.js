// The round that was taken along: kept on the phone for the day, shown without a connection, wiped after the day.
import { forgetOldDays, get, put, seal, today, unseal } from "./round-store.js";
import { session } from "./round-queue.js";
import { isFresh, make, part, problem, shown } from "./round-page.js";

// After the day the round goes, from the phone and from the page.
export async function expire() {
  const wiped = await forgetOldDays();
  const key = await today();
  if (wiped > 0 || (shown.children.length > 0 && !isFresh && !key)) {
    shown.textContent = "";
    shown.appendChild(make("p", "那一天过了，清单已从手机上删掉。没送出的结果还在，会接着送。"));
    await tellKept();
  }
}

export async function take() {
  problem("");
  try {
    await session();
    await keepRound(await freshList());
    if (!navigator.serviceWorker) { problem("清单已存在手机里，但这个浏览器没有网就打不开页面。请不要关掉这一页。"); return; }
    await navigator.serviceWorker.register("/console/round/worker.js");
    await navigator.serviceWorker.ready;
  } catch (failed) {
    problem(failed.message === "signed-out" ? "登录已过期，清单没有带走。请重新登录。" : "没有连上，清单没有带走。请到有信号的地方再点一次。", failed.message === "signed-out");
  }
  await tellKept();
}

export async function showKept() {
  const key = await today();
  const round = key && await get("rounds", key.day);
  if (!round) {
    shown.appendChild(make("p", "手机里没有今天的清单。请到有信号的地方登录，再点“带走今天的清单”。"));
    return;
  }
  shown.innerHTML = (await unseal(key.key, round)).html; // written by our own server, opened by a key that only it hands out
}

export async function tellKept() {
  const key = await today();
  const round = key && await get("rounds", key.day);
  const hasStops = !!shown.querySelector("[data-stop]");
  part("kept").textContent = round ? "今天的清单已带走，没有信号也能打开这一页。今天 24 点从手机上删掉。" : hasStops ? "清单还没有带走。去没有信号的地方之前，先点一下。" : "";
  part("take").hidden = !isFresh || !hasStops;
  part("take").textContent = round ? "再带一次（清单有变动时）" : "带走今天的清单";
}

// What was sent stands in the server's list now; the kept one follows. What is being typed stays.
export async function refresh() {
  const fresh = await freshList().catch(function () { return null; });
  const key = await today();
  if (!fresh || !key) { return; }
  if (await get("rounds", key.day)) { await keepRound(fresh); }
  fresh.querySelectorAll("[data-stop]").forEach(function (stop) {
    const here = shown.querySelector("[data-stop='" + stop.getAttribute("data-stop") + "'] [data-state]");
    const words = stop.querySelector("[data-state]").textContent;
    if (here && words) { here.textContent = words; }
  });
}

async function freshList() {
  let answer;
  try { answer = await fetch("/console/round/", { credentials: "same-origin", redirect: "manual", cache: "no-store" }); } catch (unreachable) { throw new Error("offline"); }
  if (answer.type === "opaqueredirect") { throw new Error("signed-out"); }
  if (!answer.ok) { throw new Error("offline"); }
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-round-list]");
}

async function keepRound(fresh) {
  const key = await today();
  const sealed = await seal(key.key, { html: fresh.innerHTML, stops: Number(fresh.getAttribute("data-stops")) });
  await put("rounds", { day: key.day, operator: key.operator, iv: sealed.iv, data: sealed.data });
}
