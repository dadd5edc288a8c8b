import { allVariables, processEnvironment, secretVariables, switchVariable, variable } from './environment.js';
import { logToConsole } from './log.js';
import { checkOptions } from './options.js';
import { versionOf } from './version.js';

export const invokePath = '/agnt5/invoke';
export const manifestPath = '/.well-known/agnt5';

/** One endpoint: its options, and the way of a request into the engine. The adapters of the hosts stand on it. */
export class Endpoint {
  #options;
  #runtime;
  #services = {};
  #opening;
  #id = 0;

  /**
   * @param {object | undefined} options
   * @param {import('./runtime.js').Runtime} runtime
   */
  constructor(options, runtime) {
    this.#options = checkOptions(options);
    this.#runtime = runtime;
  }

  /** The engine, once the endpoint is open. */
  get engine() {
    return this.#runtime.engine;
  }

  /** Whether requests can begin. */
  get isOpen() {
    return this.#id !== 0;
  }

  /** Writes to the log of the options. */
  log(level, text) {
    (this.#options.log ?? logToConsole)(level, 'agnt5', text);
  }

  /**
   * Starts the engine and opens the endpoint in it, once.
   * @param {object} [env] The environment of the request, where the platform hands it in with requests.
   * @returns {Promise<void>} It fails when the endpoint cannot start, each time with the same error.
   */
  open(env) {
    return this.#opening ??= this.#open(env);
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
   * Begins a request. The endpoint is open.
   * @param {{ method: string, path: string, headerLines: string, contentLength: number, headers: object }} head `contentLength` is -1 where none was declared.
   * @param {object | undefined} env The environment of the request.
   * @param {Uint8Array | null} body The whole body, or null when parts follow.
   * @param {object} exchange Takes the answer (see Runtime.begin).
   * @returns {number} The request's number.
   */
  begin(head, env, body, exchange) {
    return this.#runtime.begin(this.#id, { ...head, context: this.#contextOf(head, env) }, body, exchange);
  }

  async #open(env) {
    const options = this.#options, common = options.env ?? processEnvironment(), all = allVariables(env, common);
    const services = typeof options.services === 'function' ? options.services(env ?? common) : options.services ?? {};
    await this.#runtime.start(all);
    this.#id = this.#runtime.open({
      serviceName: options.serviceName,
      serviceVersion: options.serviceVersion ?? versionOf(env, all),
      givesSigningSecrets: options.signingSecret !== undefined,
      givesEnabled: options.enabled !== undefined,
      env: all,
      services: Object.fromEntries(Object.entries(services).map(([name, value]) => [name, typeof value === 'function' ? null : String(value)])),
    }, { services, log: options.log ?? logToConsole });
  }

  #contextOf(head, env) {
    const options = this.#options, common = options.env ?? processEnvironment(), asked = { env: env ?? common, headers: head.headers };
    const context = { env: {} };
    if (options.signingSecret === undefined) for (const name of secretVariables) take(context.env, env, common, name);
    else context.signingSecrets = [typeof options.signingSecret === 'function' ? options.signingSecret(asked) : options.signingSecret].flat().filter(secret => typeof secret === 'string');
    if (options.enabled === undefined) take(context.env, env, common, switchVariable);
    else context.enabled = Boolean(typeof options.enabled === 'function' ? options.enabled(asked) : options.enabled);
    return this.#runtime.contexts.numberOf(JSON.stringify(context));
  }
}

function take(into, own, common, name) {
  const value = variable(own, common, name);
  if (value !== undefined) into[name] = value;
}

// A request target may be a whole URL (RFC 9112, section 3.2.2).
function authorityEnd(target) {
  const scheme = target.indexOf('://');
  if (scheme < 0) return 0;
  const slash = target.indexOf('/', scheme + 3), query = target.indexOf('?', scheme + 3);
  return slash >= 0 ? slash : query >= 0 ? query : target.length;
}
