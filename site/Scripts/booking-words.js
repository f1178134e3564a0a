// The states of a booking in words: where it stands, and what that means for the one who waits.
import { fullDay, fullSlot } from "./words.js";

const open = ["booked", "assigned", "postponed"];
const happened = {
  booked: "约好了", amended: "改过", cancelled: "取消了", assigned: "排进了当天的车次", unassigned: "从车次里退出来，会重新安排", postponed: "改了日子",
  collected: "收走了", "partly-collected": "收走了一部分", "not-collected": "没有收走", "missed-reported": "您说车没有来", discrepancy: "记录对不上，工作人员会核对"
};
const whom = { phone: "（电话）", agent: "（村级代办）", crew: "（收运师傅）", dispatcher: "（调度）", job: "（自动）" };

/** Is it still to be collected? */
export function isOpen(state) {
  return open.indexOf(state) >= 0;
}

/** { title, more, bad }: the state for people. */
export function stateWords(booking, reason, advice) {
  const day = fullDay(booking.slot.date);
  const why = (reason ? "原因：" + reason.replace(/。$/, "") + "。" : "") + (advice || "");
  switch (booking.state) {
    case "booked": return { title: booking.postponedFrom ? "改到了 " + fullSlot(booking.slot) : "约好了，" + fullSlot(booking.slot), more: booking.postponedFrom ? "原来是 " + fullDay(booking.postponedFrom) + "。" + why : "到时候把东西放到车够得着的地方。" };
    case "assigned": return { title: "排好车了，" + fullSlot(booking.slot), more: (booking.postponedFrom ? "原来是 " + fullDay(booking.postponedFrom) + "。" + why : "") + "到时候把东西放到车够得着的地方。" };
    case "postponed": return { title: day + " 那天不收运了，新的日子还没有定", more: why + "您可以自己改一个日子，也可以等通知。", bad: true };
    case "collected": return { title: "收走了", more: "谢谢您没有随便扔。" };
    case "partly-collected": return { title: "收走了一部分", more: why + (advice ? "" : "剩下的可以再约一次。"), bad: true };
    case "not-collected": return { title: "没有收走", more: why + (advice ? "" : "可以再约一次。") + "有疑问拨打天津本地 12345、外地手机 022-12345。", bad: true };
    case "cancelled": return { title: "已取消", more: "谢谢您把时段让出来。需要时再约一次。" };
    default: return { title: booking.state, more: "" };
  }
}

/** One line of the history: what happened, by whom. */
export function historyWords(entry) {
  return (happened[entry.what] || entry.what) + (whom[entry.by] || "") + (entry.reasonText ? "：" + entry.reasonText : "");
}
