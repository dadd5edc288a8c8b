import { createAgnt5 } from './index.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a Worker: the default export of its main module.
 * @param {object} [options]
 */
export function createAgnt5Worker(options) {
  return createAgnt5(options);
}

/** The Worker with the options of its bindings. */
export default createAgnt5Worker();
