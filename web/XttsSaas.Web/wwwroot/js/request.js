/** Requests to our own server: the antiforgery token is added, and a problem becomes an Error in words. */
export function token() {
  return document.querySelector('meta[name="request-token"]').content;
}

export async function send(url, { method = 'POST', body, headers = {} } = {}) {
  const json = body !== undefined && !(body instanceof FormData) && !(body instanceof URLSearchParams);
  const response = await fetch(url, {
    method,
    body: json ? JSON.stringify(body) : body,
    headers: {
      'RequestVerificationToken': token(),
      'X-Requested-With': 'fetch',
      ...(json ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function problemOf(response) {
  const text = await response.text();
  return new Error(wordsOf(text) ?? `${response.status} ${response.statusText}`);
}

/** The words of a problem+json body, of a plain one, or null. */
export function wordsOf(text) {
  try {
    const problem = JSON.parse(text);
    return problem.detail ?? problem.title ?? null;
  } catch {
    return text && text.length < 300 && !text.startsWith('<') ? text : null;
  }
}
