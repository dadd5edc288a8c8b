import { createAgnt5 } from './index.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a Worker: the default export of its main module. The environment is what its bindings have as texts.
 * @param {object} [options] The option `services` may be a function of the bindings, which hands in what is no text.
 */
export function createAgnt5Worker(options) {
  const { fetch } = createAgnt5(options);
  return { fetch };
}

/** The Worker with the options of its bindings. */
export default createAgnt5Worker();
