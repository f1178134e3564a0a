// A floor as people write it: 3, ３层, -1. Only a first look; which floors there are is the server's to say.
export function plainDigits(text) {
  return text.replace(/[０-９]/g, function (one) { return String.fromCharCode(one.charCodeAt(0) - 0xFEE0); });
}

export function floorOf(text) {
  const plain = plainDigits(text).replace(/[\s层楼]/g, "").replace("－", "-");
  return /^-?\d{1,2}$/.test(plain) && plain !== "0" ? Number(plain) : null;
}
