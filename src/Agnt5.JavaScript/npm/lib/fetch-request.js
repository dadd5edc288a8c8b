import { bodyTaken, cannotStart, failureResponse } from './answers.js';
import { describe } from './errors.js';
import { FetchExchange } from './fetch-exchange.js';
import { invokePath } from './routes.js';
import { takenBody } from './taken-body.js';

/**
 * Answers a request of the Fetch API.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {Request} request
 * @param {object} [env] The environment of the request, where the platform hands one in.
 * @param {object} [ctx] What the platform has for the request beside it. Not used here.
 * @param {Function} [run] Runs work that belongs to the request, where the platform is strict about that.
 * @returns {Promise<Response>} It does not fail.
 */
export async function serveFetch(endpoint, request, env, ctx, run) {
  try {
    if (!endpoint.isOpen) await endpoint.open(env);
    const path = endpoint.pathOf(request.url);
    if (path === invokePath && request.bodyUsed) return fail(endpoint, takenBody, bodyTaken);
    const context = endpoint.isRoute(path) ? endpoint.contextOf(env, () => request.headers) : '';
    return await new FetchExchange(endpoint, request, path, run).answer(typeof context === 'string' ? context : await context);
  } catch (error) {
    return fail(endpoint, error, cannotStart);
  }
}

/**
 * Logs why a request cannot be answered, and says to its caller that it cannot.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {unknown} error
 * @param {string} message For the caller.
 */
export function fail(endpoint, error, message) {
  endpoint.logOnce('error', describe(error));
  return failureResponse(message);
}
