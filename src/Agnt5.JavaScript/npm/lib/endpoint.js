import { cannotStart, failureBody } from './answers.js';
import { allVariables, processEnvironment } from './environment.js';
import { Agnt5HostError } from './errors.js';
import { safeLog } from './log.js';
import { checkOptions } from './options.js';
import { RequestContexts } from './request-context.js';
import { invokePath, manifestPath } from './routes.js';
import { checkServices } from './services.js';
import { versionOf } from './version.js';

/** How long a failure to start counts, in milliseconds. */
const PAUSE = 1_000;

const listDenied = 'The environment may not be listed, so only the variables that this package knows are read. '
  + 'Run Deno with --allow-env, or hand the variables in with the option env.';

/** One endpoint: its options, and the way of a request into the engine. The adapters of the hosts stand on it. */
export class Endpoint {
  #options;
  #startRuntime;
  #runtime;
  #contexts;
  #log;
  #opening;
  #failedAt;
  #id = 0;
  #logged = new Set();

  /**
   * @param {object | undefined} options
   * @param {typeof import('./engines.js').startRuntime} startRuntime Starts the engine that the option names, or the best one.
   */
  constructor(options, startRuntime) {
    this.#options = checkOptions(options);
    this.#startRuntime = startRuntime;
    this.#contexts = new RequestContexts(this.#options);
    this.#log = safeLog(this.#options.log);
  }

  /** The engine, once the endpoint is open. */
  get engine() {
    return this.#runtime.engine;
  }

  /** Whether requests can begin. */
  get isOpen() {
    return this.#id !== 0;
  }

  /**
   * Logs what is the operator's to mend: once, because each request would say the same.
   * @param {'info' | 'warn' | 'error'} level
   * @param {string} text
   */
  logOnce(level, text) {
    if (this.#logged.has(text) || this.#logged.size > 100) return;
    this.#logged.add(text);
    this.#log(level, 'agnt5', text);
  }

  /**
   * Starts the engine and opens the endpoint in it, once. After a failure it is tried again, but not for each of many requests: the options and the environment are read again. What the program
   * itself has thrown stays, because it runs once in a process.
   * @param {object} [env] The environment of the request, where the platform hands it in with requests.
   * @returns {Promise<void>} It fails when the endpoint cannot start.
   */
  open(env) {
    if (this.#failedAt !== undefined && Date.now() - this.#failedAt > PAUSE) this.#opening = this.#failedAt = undefined;
    return this.#opening ??= this.#open(env).catch(error => {
      this.#failedAt = Date.now();
      throw error;
    });
  }

  /**
   * The path of a request target, relative to where the handler is mounted.
   * @param {string} target A path with a query, or a URL.
   * @returns {string} The path, or one that no route has when the target is outside of the prefix.
   */
  pathOf(target) {
    const start = target.charCodeAt(0) === 47 ? 0 : authorityEnd(target);
    const end = target.indexOf('?', start);
    const path = end < 0 ? target.slice(start) : target.slice(start, end);
    const prefix = this.#options.prefix;
    if (prefix === '') return path;
    return path.startsWith(prefix) ? path.slice(prefix.length) : '';
  }

  /** Whether a path is one of the protocol's two. */
  isRoute(path) {
    return path === invokePath || path === manifestPath;
  }

  /**
   * What is known of a request beside HTTP: asked before its body is read.
   * @param {object | undefined} env The environment of the request.
   * @param {() => Headers} headers The headers, for functions of the options.
   * @returns {string | Promise<string>} A promise where a function of the options returns one.
   */
  contextOf(env, headers) {
    return this.#contexts.of(env, headers);
  }

  /**
   * Begins a request. The endpoint is open.
   * @param {{ method: string, path: string, headerLines: string, context: string, contentLength: number }} head No context is '', and no declared length -1.
   * @param {Uint8Array | null} body The whole body, or null when parts follow.
   * @param {object} exchange Takes the answer (see Runtime.begin).
   * @returns {number} The request's number, or 0 when the engine did not take it. It is answered then.
   */
  begin(head, body, exchange) {
    try {
      return this.#runtime.begin(this.#id, head, body, exchange);
    } catch (error) {
      // Thrown into an event of the host, it would end the process.
      this.logOnce('error', `The engine did not take a request: ${error?.stack ?? error}`);
      exchange.answered(500, 0, new TextEncoder().encode(failureBody(cannotStart)));
      return 0;
    }
  }

  async #open(env) {
    if (typeof globalThis.EdgeRuntime === 'string') {
      throw new Agnt5HostError('EDGE_RUNTIME', "The edge runtime runs no .NET: it loads neither addons nor WebAssembly from files. Write export const runtime = 'nodejs' into the route.");
    }
    const options = this.#options, common = options.env ?? processEnvironment();
    const { all, isDenied } = allVariables(env, common);
    if (isDenied) this.logOnce('info', listDenied);
    const services = checkServices(typeof options.services === 'function' ? options.services(env ?? common) : options.services);
    const runtime = await this.#startRuntime(options.engine, all, text => this.logOnce('warn', text));
    this.#runtime = runtime;
    this.#id = runtime.open({
      serviceName: options.serviceName,
      serviceVersion: options.serviceVersion ?? versionOf(env, all),
      givesSigningSecrets: options.signingSecret !== undefined,
      givesEnabled: options.enabled !== undefined,
      env: all,
      services: Object.fromEntries(Object.entries(services).map(([name, value]) => [name, typeof value === 'function' ? null : value])),
    }, { services, log: this.#log });
  }
}

// A request target may be a whole URL (RFC 9112, section 3.2.2).
function authorityEnd(target) {
  const scheme = target.indexOf('://');
  if (scheme < 0) return 0;
  const end = target.slice(scheme + 3).search(/[/?]/);
  return end < 0 ? target.length : scheme + 3 + end;
}
