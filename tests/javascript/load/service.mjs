import http from 'node:http';

/** The service that components ask: it answers after a while, and after ten seconds under /slow. */
export class Service {
  #server;
  #open = 0;
  #random;

  /** @param {() => number} random Says how long an answer takes. */
  constructor(random) {
    this.#random = random;
  }

  async start() {
    this.#server = http.createServer((request, response) => this.#answer(request, response));
    await new Promise(done => this.#server.listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  /** How many requests wait for their answer. */
  get open() {
    return this.#open;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request, response) {
    let length = 0;
    this.#open++;
    response.on('close', () => this.#open--);
    request.on('data', part => length += part.length);
    request.on('end', () => {
      const pause = request.url.startsWith('/slow') ? 10_000 : this.#random() * 40;
      const waiting = setTimeout(() => response.end(request.method === 'POST' ? `took ${length}` : 'ok'), pause);
      response.on('close', () => clearTimeout(waiting));
    });
  }
}
