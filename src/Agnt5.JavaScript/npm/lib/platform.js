// Cloudflare Workers have a file of their own in the place of this one: worker-platform.js.
export { startRuntime } from './engines.js';
export { serveFetch } from './fetch-request.js';

/**
 * Starts an endpoint before its first request.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {object} [env]
 */
export function open(endpoint, env) {
  return endpoint.open(env);
}
