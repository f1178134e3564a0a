// The rules of a book: a pure function of its facts, the rows of a file and today. It knows no page.

const plate = /^[\u4e00-\u9fa5][A-Z][A-Z0-9]{5,6}$/;

/** Answers { rows, errors: [{ line, text }], warnings: [{ line, text }], from, to, totals: [{ group, count, sums }] }. today: "2026-11-22". */
export function check(facts, rows, today) {
  const result = { rows: 0, errors: [], warnings: [], from: null, to: null, totals: [] };
  if (!rows.length) { result.errors.push({ line: 1, text: "文件是空的" }); return result; }
  const places = header(facts, rows[0], result);
  if (!places) { return result; }
  rows.slice(1).forEach(function (row) {
    const values = {};
    facts.columns.forEach(function (column) {
      const at = places[column.key];
      values[column.key] = at === undefined ? "" : plain(row.cells[at] || "");
    });
    result.rows += 1;
    const before = result.errors.length;
    const numbers = line(facts, values, row.line, today, result);
    warn(facts, values, numbers, row.line, result);
    if (result.errors.length === before) { addUp(facts, values, numbers, result); }
  });
  return result;
}

// Full-width digits and letters are what a Chinese keyboard writes; they mean the same.
function plain(text) {
  return text.normalize("NFKC").trim();
}

function header(facts, row, result) {
  const names = row.cells.map(plain);
  const places = {};
  facts.columns.forEach(function (column) {
    const at = names.indexOf(plain(column.name));
    if (at >= 0) { places[column.key] = at; } else if (column.required || facts.either.indexOf(column.key) >= 0) {
      result.errors.push({ line: row.line, text: "缺一列“" + column.name + "”。请用本页的模板" });
    }
  });
  const known = facts.columns.map(function (column) { return plain(column.name); });
  names.filter(function (name) { return name && known.indexOf(name) < 0; }).forEach(function (name) {
    result.warnings.push({ line: row.line, text: "多出一列“" + name + "”，没有看" });
  });
  return result.errors.length ? null : places;
}

function line(facts, values, number, today, result) {
  const numbers = {};
  function wrong(column, text) { result.errors.push({ line: number, text: column.name + text }); }
  facts.columns.forEach(function (column) {
    const value = values[column.key];
    if (!value) {
      if (column.required) { wrong(column, "没有填"); }
      return;
    }
    if (column.kind === "date") { dated(column, value, today, values, result, wrong); }
    if (column.kind === "choice" && column.choices.indexOf(value) < 0) { wrong(column, "是“" + value + "”，应是 " + column.choices.join("、")); }
    if (column.kind === "number" || column.kind === "whole") {
      const amount = Number(value.replace(/,/g, ""));
      if (!isFinite(amount) || amount < 0 || (column.kind === "whole" && amount % 1 !== 0)) {
        wrong(column, "是“" + value + "”，应是" + (column.kind === "whole" ? "整数" : "数字"));
      } else { numbers[column.key] = amount; }
    }
    if (column.kind === "plate" && !plate.test(value.replace(/[\s·]/g, "")) && value.indexOf("示例") < 0) {
      result.warnings.push({ line: number, text: column.name + "“" + value + "”不像车牌，请再看一眼" });
    }
  });
  if (facts.either.length && !facts.either.some(function (key) { return numbers[key] > 0; })) {
    const names = facts.columns.filter(function (column) { return facts.either.indexOf(column.key) >= 0; }).map(function (column) { return column.name; });
    result.errors.push({ line: number, text: names.join("、") + "至少要填一样" });
  }
  return numbers;
}

function dated(column, value, today, values, result, wrong) {
  const parts = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(value);
  const day = parts ? parts[1] + "-" + two(parts[2]) + "-" + two(parts[3]) : "";
  const real = day && new Date(day + "T00:00:00Z");
  if (!parts || isNaN(real) || real.toISOString().slice(0, 10) !== day) { wrong(column, "是“" + value + "”，应写成 2026-11-22"); return; }
  if (day > today) { wrong(column, "是 " + day + "，还没到"); return; }
  values[column.key] = day;
  if (!result.from || day < result.from) { result.from = day; }
  if (!result.to || day > result.to) { result.to = day; }
}

function two(digits) {
  return digits.length < 2 ? "0" + digits : digits;
}

function warn(facts, values, numbers, number, result) {
  facts.warnings.forEach(function (warning) {
    const met = Object.keys(warning.when).every(function (key) {
      const wanted = warning.when[key];
      return key in numbers ? numbers[key] === Number(wanted) : values[key] === wanted;
    });
    if (met) { result.warnings.push({ line: number, text: warning.text }); }
  });
  if ("quantity" in numbers && "price" in numbers && "amount" in numbers && Math.abs(numbers.quantity * numbers.price - numbers.amount) > 0.01) {
    result.warnings.push({ line: number, text: "数量乘单价是 " + rounded(numbers.quantity * numbers.price) + "，金额写的是 " + numbers.amount });
  }
}

function addUp(facts, values, numbers, result) {
  const group = values[facts.groupBy];
  let total = result.totals.filter(function (one) { return one.group === group; })[0];
  if (!total) { total = { group: group, count: 0, sums: {} }; result.totals.push(total); }
  total.count += 1;
  facts.columns.forEach(function (column) {
    if (column.sum) { total.sums[column.key] = rounded((total.sums[column.key] || 0) + (numbers[column.key] || 0)); }
  });
}

/** Two decimals, so that 0.1 + 0.2 is 0.3. */
function rounded(amount) {
  return Math.round(amount * 100) / 100;
}
