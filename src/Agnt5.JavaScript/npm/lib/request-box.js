import { invokePath, manifestPath } from './routes.js';

/** The box has room for so many bytes while nothing larger comes. */
const ROOM = 64 * 1024;

const encoder = new TextEncoder();

/** The place in the memory of the WebAssembly runtime where a request is put before it begins: texts and arrays that cross over one by one cost several times as much. */
export class RequestBox {
  #runtime;
  #exports;
  #names;
  #start;
  #size = ROOM;

  /**
   * @param {object} runtime
   * @param {object} exports What C# exports.
   */
  constructor(runtime, exports) {
    this.#runtime = runtime;
    this.#exports = exports;
    this.#names = exports.HeaderNames().toLowerCase().split(',');
    this.#start = exports.ResizeBox(ROOM) >>> 0;
  }

  /** Begins a request (see Runtime.begin). */
  begin(request, endpoint, method, path, headerLines, context, contentLength, body) {
    const route = method === 'POST' && path === invokePath ? 1 : method === 'GET' && path === manifestPath ? 2 : 0;
    const head = (route === 0 ? `${method}\n${path}\n` : '') + this.#pick(headerLines);
    // A character takes three bytes at most.
    const most = head.length * 3 + (body === null ? 0 : body.byteLength);
    if (most > this.#size) this.#resize(most);
    const memory = this.#runtime.localHeapViewU8();
    const { written } = encoder.encodeInto(head, memory.subarray(this.#start, this.#start + this.#size));
    if (body !== null) memory.set(body, this.#start + written);
    this.#exports.Begin(request, endpoint, route, written, body === null ? -1 : body.byteLength, context, contentLength);
    if (this.#size > ROOM) this.#resize(ROOM);
  }

  #resize(size) {
    this.#start = this.#exports.ResizeBox(size) >>> 0;
    this.#size = size;
  }

  /** The values of the headers that C# asks for, each with a line break behind it. Headers of one name are joined with commas (RFC 9110, section 5.3). */
  #pick(headerLines) {
    const values = new Array(this.#names.length).fill(undefined);
    const lines = headerLines.split('\n');
    for (let i = 0; i + 1 < lines.length; i += 2) {
      const at = this.#names.indexOf(lines[i].toLowerCase());
      if (at >= 0) values[at] = values[at] === undefined ? lines[i + 1] : `${values[at]},${lines[i + 1]}`;
    }
    return values.map(value => `${value ?? ''}\n`).join('');
  }
}
