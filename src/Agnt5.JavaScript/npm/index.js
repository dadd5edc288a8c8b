// Deno looks for types here, where another file of types imports this module.
/* @ts-self-types="./index.d.ts" */
import { Endpoint } from './lib/endpoint.js';
import { bindingsOf } from './lib/environment.js';
import { open, serveFetch, startRuntime } from './lib/platform.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a handler for hosts that speak the Fetch API.
 * @param {object} [options]
 */
export function createAgnt5(options) {
  const endpoint = new Endpoint(options, startRuntime);
  return {
    fetch: (request, env, ctx) => serveFetch(endpoint, request, bindingsOf(env), ctx),
    ready: env => open(endpoint, bindingsOf(env)),
    isRoute: url => endpoint.isRoute(endpoint.pathOf(url)),
  };
}

/** The handler with the options of the environment. */
export const agnt5 = createAgnt5();
