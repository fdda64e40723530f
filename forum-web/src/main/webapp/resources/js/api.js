// Calls /api/v1 in the page's language; a problem is thrown with the text the server meant for people. Patience is in
// milliseconds; what is sent alive survives the page; what is sent twice under one key is done once.
export class Problem extends Error {
  constructor(status, detail, errors = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

export async function call(method, path, body, { patience, alive = false, key } = {}) {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      Accept: "application/json, application/problem+json",
      "Accept-Language": document.documentElement.lang,
      ...(key === undefined ? {} : { "Idempotency-Key": key }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "same-origin",
    keepalive: alive,
    signal: patience ? AbortSignal.timeout(patience) : undefined,
  });
  const text = await response.text();
  const json = text && response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null;
  if (!response.ok) throw new Problem(response.status, json?.detail ?? json?.title ?? response.statusText, json?.errors);
  return json;
}
