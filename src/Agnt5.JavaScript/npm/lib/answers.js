/** The content type of every answer. */
export const contentType = 'application/json; charset=utf-8';

/**
 * The answer to a request that did not reach the engine, in the protocol's words.
 * @param {string} message
 */
export function failureBody(message) {
  return JSON.stringify({ status: 'failed', error: { code: 'WORKERLESS_HANDLER_ERROR', message } });
}

/** What the caller is told when the endpoint cannot start. */
export const cannotStart = 'The endpoint failed; its log has the reason.';

/** What the caller is told when something read the body before. */
export const bodyTaken = 'The body of this request was read before the endpoint got it; its log has what to do.';

/**
 * The headers of an answer.
 * @param {Uint8Array | string} body A text is all ASCII.
 * @param {number} retryAfter Seconds, or 0 for none.
 */
export function answerHeaders(body, retryAfter) {
  const headers = { 'content-type': contentType, 'content-length': String(body.length) };
  if (retryAfter > 0) headers['retry-after'] = String(retryAfter);
  return headers;
}

/**
 * The same answer as a response of the Fetch API.
 * @param {string} message
 */
export function failureResponse(message) {
  const body = new TextEncoder().encode(failureBody(message));
  return new Response(body, { status: 500, headers: answerHeaders(body, 0) });
}
