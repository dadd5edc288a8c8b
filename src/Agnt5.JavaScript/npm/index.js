import { Endpoint } from './lib/endpoint.js';
import { sharedRuntime } from './lib/engines.js';
import { serveFetch } from './lib/fetch-request.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a handler for hosts that speak the Fetch API.
 * @param {object} [options]
 */
export function createAgnt5(options) {
  const endpoint = new Endpoint(options, sharedRuntime(options?.engine));
  return { fetch: (request, env) => serveFetch(endpoint, request, env), ready: env => endpoint.open(env), isRoute: url => endpoint.isRoute(endpoint.pathOf(url)) };
}

/** The handler with the options of the environment. */
export const agnt5 = createAgnt5();
