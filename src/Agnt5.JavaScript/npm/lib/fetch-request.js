import { answerHeaders, bodyTaken, cannotStart, failureBody } from './answers.js';
import { invokePath } from './endpoint.js';
import { FetchExchange } from './fetch-exchange.js';
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
  } catch (error) {
    return fail(endpoint, error, cannotStart);
  }
  const path = endpoint.pathOf(request.url);
  if (path === invokePath && request.bodyUsed) return fail(endpoint, takenBody, bodyTaken);
  const context = !endpoint.isRoute(path) ? 0 : endpoint.contextOf(env, () => request.headers);
  return new FetchExchange(endpoint, request, path, run).answer(typeof context === 'number' ? context : await context);
}

function fail(endpoint, error, message) {
  endpoint.logOnce('error', `${error?.code ? `${error.code}: ` : ''}${error?.message ?? error}${error?.cause ? `\n${error.cause?.stack ?? error.cause}` : ''}`);
  const body = new TextEncoder().encode(failureBody(message));
  return new Response(body, { status: 500, headers: answerHeaders(body, 0) });
}
