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
 * @returns {Promise<Response>} It does not fail.
 */
export function serveFetch(endpoint, request, env, ctx) {
  const waitUntil = ctx?.waitUntil ? promise => ctx.waitUntil(promise) : workers.waitUntil;
  return WorkerRequest.run(waitUntil, async own => {
    await open(endpoint, env, own);
    return serve(endpoint, request, env, ctx);
  });
}

/** One request opens the endpoint, and the others wait for it without its promise, which would have them run in that request's turn. */
async function open(endpoint, env, own) {
  while (!endpoint.isOpen && opener?.isAlive) {
    const other = opener;
    await own.until(() => opener !== other || !other.isAlive);
  }
  if (endpoint.isOpen) return;
  opener = own;
  // What is wrong is said where the request is answered.
  await endpoint.open(env).catch(() => {});
  opener = undefined;
  WorkerRequest.wakeAll();
}
