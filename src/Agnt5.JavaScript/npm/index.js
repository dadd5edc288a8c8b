import { Endpoint } from './lib/endpoint.js';
import { serveFetch, sharedRuntime } from '#platform';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a handler for hosts that speak the Fetch API.
 * @param {object} [options]
 */
export function createAgnt5(options) {
  const endpoint = new Endpoint(options, sharedRuntime(options?.engine));
  return { fetch: (request, env, ctx) => serveFetch(endpoint, request, env, ctx), ready: env => endpoint.open(env) };
}

/** The handler with the options of the environment. */
export const agnt5 = createAgnt5();
