// Calls /api/v1 in the page's language; a problem is thrown with the text the server meant for people. Patience is in
// milliseconds; what is sent alive survives the page.
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function call(method, path, body, { patience, alive = false } = {}) {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      Accept: "application/json, application/problem+json",
      "Accept-Language": document.documentElement.lang,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "same-origin",
    keepalive: alive,
    signal: patience ? AbortSignal.timeout(patience) : undefined,
  });
  const text = await response.text();
  const json = text && response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null;
  if (!response.ok) throw new Problem(response.status, json?.detail ?? json?.title ?? response.statusText);
  return json;
}
