// Calls to the API, in one place: addresses, errors in words, nothing personal in an address.

const root = (document.documentElement.getAttribute("data-api") || "") + "/api/v1";

/** What went wrong with a call: `code` for the program, `detail` for people, `errors` per field, `status` 0 when nobody answered. */
export class ApiProblem extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || unexplained(status));
    this.status = status;
    this.code = problem.code || "unknown";
    this.detail = this.message;
    this.errors = problem.errors || [];
  }
}

// What to say when an answer brings no words of ours: a proxy's page, an empty body.
function unexplained(status) {
  if (status === 429) { return "用的人太多了，请过一分钟再试。"; }
  return "服务器这会儿答不上来。请过一会儿再试，或拨打天津本地 12345、外地手机 022-12345。";
}

/** GET a path; a query value may be a list, which is repeated. */
export function get(path, query, headers) {
  const words = [];
  Object.keys(query || {}).forEach(function (name) {
    [].concat(query[name]).forEach(function (value) {
      if (value !== undefined && value !== null && value !== "") {
        words.push(encodeURIComponent(name) + "=" + encodeURIComponent(value));
      }
    });
  });
  return call(path + (words.length ? "?" + words.join("&") : ""), { headers: Object.assign({ Accept: "application/json" }, headers) });
}

/** Send a body with a method other than GET. */
export function send(method, path, body, headers) {
  const all = Object.assign({ Accept: "application/json" }, headers);
  const request = { method: method, headers: all };
  if (body !== undefined) {
    all["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  return call(path, request);
}

async function call(path, request) {
  const response = await reach(path, request);
  const body = await read(response);
  if (!response.ok) {
    throw new ApiProblem(response.status, body || {});
  }
  return body;
}

async function reach(path, request) {
  try {
    return await fetch(root + path, request);
  } catch (offline) {
    throw new ApiProblem(0, { code: "offline", detail: "网络不通，或者服务器没有回答。请过一会儿再试。" });
  }
}

async function read(response) {
  try {
    return await response.json();
  } catch (empty) {
    return null;
  }
}
