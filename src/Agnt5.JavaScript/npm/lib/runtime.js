import { Contexts } from './contexts.js';
import { Agnt5HostError, reasonOf } from './errors.js';
import { levels, logToConsole } from './log.js';
import * as outbound from './outbound.js';

/** One engine with everything that runs in it: the endpoints, and the requests that are being answered. */
export class Runtime {
  #load;
  #contexts;
  #starting;
  #requests = new Map();
  #endpoints = new Map();
  #lastRequest = 0;

  /** @param {(host: object, env: object) => Promise<object>} load Starts the engine. */
  constructor(load) {
    this.#load = load;
  }

  /** The engine, once it has started. */
  engine = null;

  /**
   * Starts the engine, once.
   * @param {object} env The environment of the program.
   */
  start(env) {
    return this.#starting ??= this.#start(env).catch(error => {
      this.#starting = undefined;
      throw error;
    });
  }

  /**
   * Opens an endpoint.
   * @param {object} settings
   * @param {{ log?: Function, services: object }} options
   */
  open(settings, options) {
    // It may log, and call, before it has a number.
    this.#endpoints.set(0, options);
    let endpoint;
    try {
      endpoint = this.engine.open(JSON.stringify(settings));
    } catch (error) {
      throw new Agnt5HostError('ENDPOINT_INVALID', String(error?.message ?? error), error);
    }
    this.#endpoints.set(endpoint, options);
    return endpoint;
  }

  /**
   * Begins a request.
   * @param {number} endpoint
   * @param {{ method: string, path: string, headerLines: string, context: string, contentLength: number }} head
   * @param {Uint8Array | null} body The whole body, or null when parts follow.
   * @param {{ answered: Function, drained?: Function, run?: Function }} exchange Takes the answer. `run` runs work that belongs to the request, where the platform is strict about that.
   * @returns {number} The request's number.
   */
  begin(endpoint, head, body, exchange) {
    const request = this.#lastRequest = (this.#lastRequest % 0x7fffffff) + 1;
    this.#requests.set(request, exchange);
    try {
      // In one step: the engine takes the context now, and its number may be another's later.
      const context = this.#contexts.numberOf(head.context);
      this.engine.begin(request, endpoint, head.method, head.path, head.headerLines, context, head.contentLength, body);
    } catch (error) {
      this.#requests.delete(request);
      throw error;
    }

    return request;
  }

  async #start(env) {
    const engine = await this.#load(this.#host(), env);
    this.engine = engine;
    this.#contexts = new Contexts(engine);
  }

  /** What the engine calls. */
  #host() {
    return {
      answered: (request, status, retryAfter, body) => {
        const exchange = this.#requests.get(request);
        this.#requests.delete(request);
        attempt(() => exchange?.answered(status, retryAfter, body));
      },
      drained: request => attempt(() => this.#requests.get(request)?.drained?.()),
      fetch: (request, call, method, url, headerLines, body, followsRedirects) =>
        this.#run(request, () => outbound.send(this.engine, { call, method, url, headerLines, body, followsRedirects })),
      abortFetch: call => outbound.abort(call),
      call: (endpoint, request, call, name, argument) => this.#run(request, () => this.#call(endpoint, call, name, argument)),
      log: (endpoint, level, category, text) => (this.#endpoints.get(endpoint) ?? this.#endpoints.get(0))?.log?.(levels[level], category, text),
    };
  }

  #run(request, work) {
    const exchange = this.#requests.get(request);
    if (exchange?.run) exchange.run(work);
    else work();
  }

  async #call(endpoint, call, name, argument) {
    try {
      const services = (this.#endpoints.get(endpoint) ?? this.#endpoints.get(0)).services;
      const text = await services[name](argument);
      if (typeof text === 'string') this.engine.called(call, text);
      else this.engine.callFailed(call, `the function ${name} of services returned ${text === null ? 'null' : typeof text}: return a text, such as JSON.stringify makes`);
    } catch (error) {
      this.engine.callFailed(call, `the function ${name} of services threw: ${reasonOf(error)}`);
    }
  }
}

/** What is thrown into the engine, or out of it into the event loop, would end the process. */
function attempt(work) {
  try {
    work();
  } catch (error) {
    logToConsole('error', 'agnt5', `An answer could not be handed over: ${error?.stack ?? error}`);
  }
}
