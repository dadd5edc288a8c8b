import type { Agnt5Options } from './index.js';

export { Agnt5HostError } from './index.js';

/** What the main module of a Worker exports. */
export interface Agnt5Worker {
  /** Answers a request: the protocol's two routes, and 404 for everything else. It does not reject. */
  fetch(request: Request, env?: object, ctx?: object): Promise<Response>;
}

/**
 * Creates a Worker: the default export of its main module. The environment is what its bindings have as texts.
 *
 * @example
 * export default createAgnt5Worker({ services: env => ({ stock_of: article => env.STOCK.get(article) }) });
 */
export function createAgnt5Worker(options?: Agnt5Options): Agnt5Worker;

/** The Worker with the options of its bindings. */
declare const worker: Agnt5Worker;
export default worker;
