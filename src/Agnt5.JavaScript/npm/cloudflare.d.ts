import type { Agnt5Handler, Agnt5Options } from './index.js';

export { Agnt5HostError } from './index.js';

/**
 * Creates a Worker: the default export of its main module. The environment is what its bindings have as texts.
 *
 * @example
 * export default createAgnt5Worker({ services: env => ({ stock_of: article => env.STOCK.get(article) }) });
 */
export function createAgnt5Worker(options?: Agnt5Options): Agnt5Handler;

/** The Worker with the options of its bindings. */
declare const worker: Agnt5Handler;
export default worker;
