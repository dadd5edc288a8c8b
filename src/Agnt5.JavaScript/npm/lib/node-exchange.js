import { answerHeaders } from './answers.js';
import { declaredLengthOf } from './content-length.js';
import { fromRaw } from './header-lines.js';
import { join } from './bytes.js';
import { answerUnread } from './unread-body.js';

/** One request of node:http, and its response. A body that comes at once goes over in one piece, all else in parts, so that the engine can refuse it early and watch its time. */
export class NodeExchange {
  // Looked at together in one round of the event loop: a round for each would cost more than what it is for.
  static #waiting = [];

  #endpoint;
  #req;
  #res;
  #path;
  #context = '';
  #request = 0;
  #declared = -1;
  #parts = [];
  #length = 0;
  #isWhole = false;
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
    const req = this.#req;
    this.#context = context;
    this.#declared = declaredLengthOf(req.rawHeaders);
    if (kept) {
      this.#beginWhole(kept);
      return;
    }
    req.on('data', part => this.#push(part));
    req.on('end', () => this.#end());
    req.on('error', () => this.#broken());
    if (NodeExchange.#waiting.push(this) === 1) setImmediate(NodeExchange.#beginWaiting);
  }

  /** Takes the answer. */
  answered(status, retryAfter, body) {
    this.#isOver = true;
    const req = this.#req, res = this.#res;
    if (res.destroyed || res.writableEnded) return;
    const headers = answerHeaders(body, retryAfter);
    if (!req.complete && req.httpVersionMajor < 2 && isFinal(status, retryAfter)) headers.connection = 'close';
    res.writeHead(status, headers);
    // A text goes out with the headers in one piece.
    if (req.complete) res.end(body, 'latin1');
    else answerUnread(req, res, body);
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
    if (this.#length === this.#declared) this.#beginWhole(join(this.#parts, this.#length));
  }

  #end() {
    if (this.#isOver || this.#isWhole) return;
    if (this.#request === 0) this.#beginWhole(join(this.#parts, this.#length));
    else this.#endpoint.engine.endBody(this.#request, true);
  }

  #broken() {
    if (!this.#isOver && !this.#isWhole && this.#request !== 0) this.#endpoint.engine.endBody(this.#request, false);
  }

  #left() {
    if (this.#isOver) return;
    if (this.#request === 0) this.#isOver = true;
    else this.#endpoint.engine.cancel(this.#request);
  }

  static #beginWaiting() {
    const waiting = NodeExchange.#waiting;
    NodeExchange.#waiting = [];
    for (const exchange of waiting) if (exchange.#request === 0 && !exchange.#isOver) exchange.#beginInParts();
  }

  #beginWhole(body) {
    this.#isWhole = true;
    this.#begin(body);
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
      contentLength: this.#declared,
    }, body, this);
    // It may be answered already.
    this.#request = request;
  }
}

/** Whether a refusal holds for what would follow on the connection too: the body is too large or too slow, or the endpoint takes nothing for some time. */
const isFinal = (status, retryAfter) => retryAfter > 0 || status === 408 || status === 413;
