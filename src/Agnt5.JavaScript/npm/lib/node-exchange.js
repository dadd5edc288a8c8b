import { answerHeaders } from './answers.js';
import { declaredLength, fromRaw } from './header-lines.js';
import { join } from './bytes.js';
import { leaveUnread } from './unread-body.js';

/** One request of node:http, and its response. A body that comes at once goes over in one piece, all else in parts, so that the engine can refuse it early and watch its time. */
export class NodeExchange {
  #endpoint;
  #req;
  #res;
  #path;
  #context = '';
  #request = 0;
  #parts = [];
  #length = 0;
  #isOver = false;

  constructor(endpoint, req, res, path) {
    this.#endpoint = endpoint;
    this.#req = req;
    this.#res = res;
    this.#path = path;
    // A caller may have left before the handler saw its request, while the engine started: nothing says so again.
    if (res.destroyed || res.closed || req.stream?.destroyed) this.#isOver = true;
    else res.on('close', () => this.#left());
  }

  /**
   * Reads the body and begins the request.
   * @param {string} context
   * @param {Uint8Array} [kept] The body, where something else has read it.
   */
  start(context, kept) {
    if (this.#isOver) return;
    this.#context = context;
    if (kept) {
      this.#begin(kept);
      return;
    }
    const req = this.#req;
    req.on('data', part => this.#push(part));
    req.on('end', () => this.#end());
    req.on('error', () => this.#broken());
    setImmediate(() => {
      if (this.#request === 0 && !this.#isOver) this.#beginInParts();
    });
  }

  /** Takes the answer. */
  answered(status, retryAfter, bytes) {
    this.#isOver = true;
    const req = this.#req, res = this.#res;
    if (res.destroyed || res.writableEnded) return;
    const headers = answerHeaders(bytes.byteLength, retryAfter);
    const then = req.complete ? undefined : leaveUnread(req, headers, isFinal(status, retryAfter));
    res.writeHead(status, headers);
    res.end(bytes, then);
  }

  /** Goes on after a pause. */
  drained() {
    this.#req.resume();
  }

  #push(part) {
    if (this.#isOver) return;
    if (this.#request !== 0) {
      if (!this.#endpoint.engine.push(this.#request, part)) this.#req.pause();
      return;
    }
    this.#parts.push(part);
    this.#length += part.byteLength;
  }

  #end() {
    if (this.#isOver) return;
    if (this.#request === 0) this.#begin(join(this.#parts, this.#length));
    else this.#endpoint.engine.endBody(this.#request, true);
  }

  #broken() {
    if (!this.#isOver && this.#request !== 0) this.#endpoint.engine.endBody(this.#request, false);
  }

  #left() {
    if (this.#isOver) return;
    if (this.#request === 0) this.#isOver = true;
    else this.#endpoint.engine.cancel(this.#request);
  }

  #beginInParts() {
    const parts = this.#parts;
    this.#begin(null);
    for (const part of parts) this.#push(part);
  }

  #begin(body) {
    const req = this.#req;
    this.#parts = [];
    const request = this.#endpoint.begin({
      method: req.method,
      path: this.#path,
      headerLines: fromRaw(req.rawHeaders),
      context: this.#context,
      contentLength: declaredLength(req.headers['content-length']),
    }, body, this);
    // It may be answered already.
    this.#request = request;
  }
}

/** Whether a refusal holds for what would follow on the connection too: the body is too large or too slow, or the endpoint takes nothing for some time. */
const isFinal = (status, retryAfter) => retryAfter > 0 || status === 408 || status === 413;
