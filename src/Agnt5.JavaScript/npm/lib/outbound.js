import { join } from './bytes.js';
import { reasonOf } from './errors.js';
import { fromHeaders, toPairs } from './header-lines.js';

/** The most bytes of a response that come over to the components: they are held in memory, twice for a moment. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Headers that are the host's to write. */
const ofHost = new Set(['connection', 'content-length', 'expect', 'host', 'keep-alive', 'transfer-encoding', 'upgrade']);

const running = new Map();

/**
 * Sends a request of the components by the host's fetch, and brings the answer back to the engine. No promise of it leaves this function.
 * @param {object} engine
 * @param {{ call: number, method: string, url: string, headerLines: string, body: Uint8Array | null, followsRedirects: boolean }} message
 */
export async function send(engine, { call, method, url, headerLines, body, followsRedirects }) {
  const abort = new AbortController();
  running.set(call, abort);
  try {
    const headers = new Headers();
    for (const [name, value] of toPairs(headerLines)) if (!ofHost.has(name.toLowerCase())) headers.append(name, value);
    const response = await fetch(url, { method, headers, body: body ?? undefined, redirect: followsRedirects ? 'follow' : 'manual', signal: abort.signal });
    const bytes = await read(response);
    if (running.delete(call)) engine.fetched(call, response.status, fromHeaders(response.headers), bytes);
  } catch (error) {
    abort.abort();
    if (running.delete(call)) engine.fetchFailed(call, reasonOf(error));
  }
}

/** @param {number} call */
export function abort(call) {
  const sending = running.get(call);
  running.delete(call);
  sending?.abort();
}

async function read(response) {
  if (!response.body) return new Uint8Array(0);
  // An encoded body is larger yet.
  if (Number(response.headers.get('content-length')) > MOST_BYTES) throw tooLarge();
  const parts = [];
  let length = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    parts.push(value);
  }
  return join(parts, length);
}

const tooLarge = () => new Error(`the response is larger than ${MOST_BYTES} bytes, the most that a JavaScript host hands to components`);
