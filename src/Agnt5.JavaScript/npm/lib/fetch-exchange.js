import { answerHeaders } from './answers.js';
import { declaredLength } from './content-length.js';
import { fromRequest } from './header-lines.js';

/** Bodies of at most so many declared bytes are read in one go, which costs a fraction of reading a stream. */
const MOST_AT_ONCE = 64 * 1024;

/** How long such a body may take before the engine watches its time. */
const PATIENCE = 1_000;

/** One request of the Fetch API, and its response. */
export class FetchExchange {
  #endpoint;
  #request;
  #path;
  #reader;
  #number = 0;
  #isOver = false;
  #resume;
  #resolve;
  #leave = () => this.#endpoint.engine.cancel(this.#number);

  constructor(endpoint, request, path, run) {
    this.#endpoint = endpoint;
    this.#request = request;
    this.#path = path;
    if (run) this.run = run;
  }

  /**
   * Reads the body, begins the request and waits for the answer.
   * @param {string} context
   * @returns {Promise<Response>}
   */
  answer(context) {
    return new Promise(resolve => {
      this.#resolve = resolve;
      const request = this.#request, length = declaredLength(request.headers.get('content-length'));
      // In this order: asking for the stream is expensive on Node.js, even when nobody reads it.
      if (length > 0 && length <= MOST_AT_ONCE) this.#readAtOnce(context, length);
      else if (length === 0 || request.body === null) this.#begin(context, length, new Uint8Array(0));
      else this.#readInParts(context, length);
    });
  }

  /** Takes the answer. */
  answered(status, retryAfter, body) {
    this.#isOver = true;
    this.#request.signal?.removeEventListener('abort', this.#leave);
    this.#reader?.cancel().catch(() => {});
    this.#resume?.();
    this.#resolve(new Response(body, { status, headers: answerHeaders(body, retryAfter) }));
  }

  /** Goes on after a pause. */
  drained() {
    this.#resume?.();
  }

  #readAtOnce(context, length) {
    const patience = setTimeout(() => this.#begin(context, length, null), PATIENCE);
    this.#request.arrayBuffer().then(buffer => {
      clearTimeout(patience);
      const body = new Uint8Array(buffer);
      if (this.#number === 0) this.#begin(context, length, body);
      else this.#end(body);
    }, () => {
      clearTimeout(patience);
      if (this.#number === 0) this.#begin(context, length, null);
      this.#endBody(false);
    });
  }

  #end(body) {
    if (!this.#isOver) this.#endpoint.engine.push(this.#number, body);
    this.#endBody(true);
  }

  async #readInParts(context, length) {
    this.#reader = this.#request.body.getReader();
    this.#begin(context, length, null);
    try {
      while (!this.#isOver) {
        const { done, value } = await this.#reader.read();
        if (done) {
          this.#endBody(true);
          return;
        }
        if (!this.#isOver && !this.#endpoint.engine.push(this.#number, value)) await new Promise(resolve => { this.#resume = resolve; });
      }
    } catch {
      this.#endBody(false);
    }
  }

  #endBody(isWhole) {
    if (!this.#isOver) this.#endpoint.engine.endBody(this.#number, isWhole);
  }

  #begin(context, contentLength, body) {
    const request = this.#request;
    this.#number = this.#endpoint.begin({ method: request.method, path: this.#path, headerLines: fromRequest(request.headers), context, contentLength }, body, this);
    if (this.#isOver) return;
    if (request.signal?.aborted) this.#leave();
    else request.signal?.addEventListener('abort', this.#leave);
  }
}
