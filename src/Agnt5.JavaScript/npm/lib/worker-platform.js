import * as workers from 'cloudflare:workers';
import { serveFetch as serve } from './fetch-request.js';
import { Runtime } from './runtime.js';
import { start } from './worker-engine.js';
import { WorkerRequest } from './worker-request.js';

let runtime, opener;

/** The runtime of this isolate: all handlers of the package share it. */
export function sharedRuntime() {
  return runtime ??= new Runtime(start);
}

/**
 * Answers a request in a Worker.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {Request} request
 * @param {object} [env] The bindings.
 * @param {{ waitUntil(promise: Promise<unknown>): void }} [ctx] Without it, what the platform has for the running request.
 * @returns {Promise<Response>}
 */
export function serveFetch(endpoint, request, env, ctx) {
  const waitUntil = ctx ? promise => ctx.waitUntil(promise) : workers.waitUntil;
  return WorkerRequest.run(waitUntil, async own => {
    try {
      await open(endpoint, env, own);
      return await serve(endpoint, request, env);
    } catch (error) {
      endpoint.log('error', String(error?.stack ?? error));
      const answer = { status: 'failed', error: { code: 'WORKERLESS_HANDLER_ERROR', message: 'The endpoint failed; its log has the reason.' } };
      return Response.json(answer, { status: 500 });
    }
  });
}

/** One request opens the endpoint, and the others wait for it without its promise, which is of use to that request alone. */
async function open(endpoint, env, own) {
  while (!endpoint.isOpen) {
    if (opener?.isAlive) {
      const other = opener;
      await own.until(() => opener !== other || !other.isAlive);
      continue;
    }
    opener = own;
    try {
      await endpoint.open(env);
    } finally {
      opener = undefined;
      WorkerRequest.wakeAll();
    }
  }
}
