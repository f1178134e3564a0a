// Numbers as people write them on a phone. Only a first look; which floors there are is the server's to say.

/** Full-width digits as plain ones. */
export function plainDigits(text) {
  return text.replace(/[０-９]/g, function (one) { return String.fromCharCode(one.charCodeAt(0) - 0xFEE0); });
}

/** The floor in 3, ３层 or -1; null when it is none. */
export function floorOf(text) {
  const plain = plainDigits(text).replace(/[\s层楼]/g, "").replace("－", "-");
  return /^-?\d{1,2}$/.test(plain) && plain !== "0" ? Number(plain) : null;
}
