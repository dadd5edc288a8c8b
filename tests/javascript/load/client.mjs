import { createHmac } from 'node:crypto';
import http from 'node:http';

export const secret = 'load-secret';
const patience = 30_000;

/** Sends signed invokes. */
export class Client {
  #base;
  #agent;
  #runs = 0;

  /**
   * @param {string} base The endpoint's URL.
   * @param {number} connections How many requests are open at once, at most.
   */
  constructor(base, connections) {
    this.#base = base;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  /** A run id that no other conversation has. */
  nextRun() {
    return `run-${++this.#runs}`;
  }

  /**
   * Sends an invoke, again while the endpoint says that it is busy.
   * @param {object} invoke The members of its body.
   * @param {{ leavesAfter?: number, key?: string, sends?: number }} [how] When the caller leaves, in ms; the signature's key; the part of the body that is sent before it stalls.
   * @returns {Promise<{ status: number, json: any } | { left: true }>}
   */
  async invoke(invoke, how = {}) {
    const body = Buffer.from(JSON.stringify({ protocol_version: 'workerless.v1', attempt: 0, ...invoke }));
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#send(body, `${invoke.run_id}:0`, how);
      if (answer.status !== 503 || answer.json?.error?.code !== 'WORKERLESS_BUSY' || attempt === 50) return answer;
      await new Promise(done => setTimeout(done, 100));
    }
  }

  close() {
    this.#agent.destroy();
  }

  #send(body, attemptId, { leavesAfter, key = secret, sends = 1 }) {
    const timestamp = String(Date.now());
    const mac = createHmac('sha256', key).update(`${timestamp}.${attemptId}.`).update(body).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-agnt5-signature-version': 'workerless-hmac-sha256.v1',
      'x-agnt5-timestamp': timestamp,
      'x-agnt5-attempt-id': attemptId,
      'x-agnt5-signature': `sha256=${mac}`,
    };
    return new Promise((done, fail) => {
      const request = http.request(`${this.#base}/agnt5/invoke`, { method: 'POST', agent: this.#agent, headers }, response => {
        const parts = [];
        response.on('data', part => parts.push(part));
        response.on('end', () => finish(done, { status: response.statusCode, json: parsed(Buffer.concat(parts).toString()) }));
        response.on('error', error => finish(fail, error));
      });
      let isLeaving = false;
      const leave = leavesAfter === undefined ? undefined : setTimeout(() => {
        isLeaving = true;
        request.destroy();
        finish(done, { left: true });
      }, leavesAfter);
      const wait = setTimeout(() => {
        request.destroy();
        finish(fail, new Error(`no answer within ${patience / 1000} seconds`));
      }, patience);
      const finish = (how, what) => {
        clearTimeout(leave);
        clearTimeout(wait);
        how(what);
      };
      request.on('error', error => {
        if (!isLeaving) finish(fail, error);
      });
      if (sends < 1) request.write(body.subarray(0, Math.floor(body.length * sends)));
      else request.end(body);
    });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
