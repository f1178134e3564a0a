// What is noted and not sent yet: says how much that is, sends it, and shows what the server refused.
import { list } from "./round-store.js";
import { drop, read, send, tryAgain, waiting } from "./round-queue.js";
import { make, mark, part, problem } from "./round-page.js";
import { refresh } from "./round-kept.js";

let hasSent = false;

document.addEventListener("round-sent", function (event) { hasSent = true; mark(event.detail.report, event.detail.words); });

export async function tellQueue(progress) {
  const items = await waiting();
  const key = (await list("keys"))[0];
  const own = items.filter(function (item) { return !key || item.operator === key.operator; });
  const open = own.filter(function (item) { return !item.refused; });
  const others = items.length - own.length;
  part("queue").textContent = (progress || (open.length ? "还有 " + open.length + " 条没送出。" : items.length || !hasSent ? "" : "记下的都送出了。"))
    + (others ? "这部手机上还有别的账号没送出的 " + others + " 条，用那个账号登录后会送。" : "");
  part("send").hidden = open.length === 0;
  const refused = part("refused");
  refused.textContent = "";
  for (let i = 0; i < own.length; i++) { if (own[i].refused) { refused.appendChild(await refusedLine(own[i])); } }
}

async function refusedLine(item) {
  const report = await read(item);
  const line = make("li", (report ? report.label + "：" : "") + item.refused);
  const again = make("button", "再送一次", "button second");
  const gone = make("button", "删掉这一条", "button second");
  again.type = gone.type = "button";
  again.addEventListener("click", async function () { await tryAgain(item.id); await flush(); });
  let isSure = false;
  gone.addEventListener("click", async function () {
    if (!isSure) { isSure = true; gone.textContent = "真的删掉？删了就没有了"; return; }
    await drop(item.id);
    await tellQueue();
  });
  const buttons = make("div", "", "round-buttons");
  buttons.appendChild(again);
  buttons.appendChild(gone);
  line.appendChild(buttons);
  return line;
}

export async function flush() {
  const open = (await waiting()).filter(function (item) { return !item.refused; });
  if (open.length === 0) { await tellQueue(); return; }
  try {
    await send(function (at, of) { tellQueue("正在送出第 " + at + " 条，共 " + of + " 条……"); });
    problem("");
    await refresh();
  } catch (failed) {
    if (failed.message === "signed-out") { problem("登录已过期。记下的都在手机里，重新登录后会自己送出。", true); }
  }
  await tellQueue();
}

export async function markWaiting() {
  const items = await waiting();
  for (let i = 0; i < items.length; i++) {
    const report = await read(items[i]);
    if (report) { mark(report, report.words + (items[i].refused ? "，没有送成" : "，还没送出")); }
  }
}
