import { fromRaw } from './header-lines.js';
import { join } from './outbound.js';
import { closeUnread } from './unread-body.js';

const contentType = 'application/json; charset=utf-8';

/**
 * Answers a request of node:http, and of what stands on it.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {Function} [next] Called for what is not one of the protocol's routes. Without it, that is answered with 404.
 * @param {object} [env] The environment of the request, where the platform hands one in.
 */
export function serveNode(endpoint, req, res, next, env) {
  const path = endpoint.pathOf(req.url);
  if (next && !endpoint.isRoute(path)) return next();
  if (endpoint.isOpen) new NodeExchange(endpoint, req, res, env, path).read();
  else endpoint.open(env).then(() => new NodeExchange(endpoint, req, res, env, path).read(), error => fail(endpoint, res, error));
}

function fail(endpoint, res, error) {
  endpoint.log('error', String(error?.stack ?? error));
  const body = JSON.stringify({ status: 'failed', error: { code: 'WORKERLESS_HANDLER_ERROR', message: 'The endpoint failed; its log has the reason.' } });
  res.writeHead(500, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  res.end(body);
}

/** One request and its response. */
class NodeExchange {
  #endpoint; #req; #res; #env; #path;
  #request = 0;
  #parts = [];
  #length = 0;
  #isOver = false;

  constructor(endpoint, req, res, env, path) {
    this.#endpoint = endpoint;
    this.#req = req;
    this.#res = res;
    this.#env = env;
    this.#path = path;
  }

  /** Reads the body. What comes at once goes over in one piece, all else in parts. */
  read() {
    const req = this.#req;
    this.#res.on('close', () => this.#left());
    req.on('data', part => this.#push(part));
    req.on('end', () => this.#end());
    req.on('error', () => this.#broken());
    setImmediate(() => {
      if (this.#request === 0 && !this.#isOver) this.#beginInParts();
    });
  }

  answered(status, retryAfter, bytes) {
    this.#isOver = true;
    const res = this.#res, isUnread = !this.#req.complete;
    if (res.destroyed || res.writableEnded) return;
    const headers = { 'content-type': contentType, 'content-length': bytes.byteLength };
    if (retryAfter > 0) headers['retry-after'] = String(retryAfter);
    if (isUnread) closeUnread(this.#req, res, headers);
    res.writeHead(status, headers);
    res.end(bytes);
  }

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
    if (this.#isOver || this.#res.writableFinished) return;
    if (this.#request === 0) this.#isOver = true;
    else this.#endpoint.engine.cancel(this.#request);
  }

  #beginInParts() {
    const parts = this.#parts;
    this.#begin(null);
    for (const part of parts) this.#push(part);
  }

  #begin(body) {
    const req = this.#req, length = req.headers['content-length'];
    this.#parts = [];
    this.#request = this.#endpoint.begin({
      method: req.method,
      path: this.#path,
      headerLines: fromRaw(req.rawHeaders),
      contentLength: length === undefined ? -1 : Number(length),
      headers: req.headers,
    }, this.#env, body, this);
  }
}
