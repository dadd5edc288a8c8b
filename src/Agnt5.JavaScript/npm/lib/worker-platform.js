import * as workers from 'cloudflare:workers';
import { cannotStart } from './answers.js';
import { Agnt5HostError } from './errors.js';
import { fail, serveFetch as serve } from './fetch-request.js';
import { Runtime } from './runtime.js';
import { start } from './worker-engine.js';
import { WorkerRequest } from './worker-request.js';

let runtime, opener;

/**
 * Starts the runtime of this isolate, unless it runs: all handlers of the package share it.
 * @param {string | undefined} engine The engine that the options ask for.
 * @param {object} env The environment of the program.
 * @returns {Promise<Runtime>}
 */
export async function startRuntime(engine, env) {
  if (engine === 'addon') throw new Agnt5HostError('ADDON_UNSUPPORTED', 'Workers load no addons: leave the option engine out, and WebAssembly is taken.');
  runtime ??= new Runtime(start);
  await runtime.start(env);
  return runtime;
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
  return run(ctx, async own => {
    try {
      await openOnce(endpoint, env, own);
    } catch (error) {
      return fail(endpoint, error, cannotStart);
    }
    return serve(endpoint, request, env, ctx);
  });
}

/**
 * Starts an endpoint before its first request. It runs as a request does, because only requests may do anything in Workers.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {object} [env] The bindings.
 */
export function open(endpoint, env) {
  return run(undefined, own => openOnce(endpoint, env, own));
}

function run(ctx, work) {
  return WorkerRequest.run(ctx?.waitUntil ? promise => ctx.waitUntil(promise) : workers.waitUntil, work);
}

/** One request opens the endpoint, and the others wait for it without its promise, which would have them run in that request's turn. */
async function openOnce(endpoint, env, own) {
  while (!endpoint.isOpen && opener?.isAlive) {
    const other = opener;
    await own.until(() => opener !== other || !other.isAlive);
  }
  if (endpoint.isOpen) return;
  // It would have taken itself off. The runtime starts once in an isolate, and what it waits for belongs to that request, so nobody can go on with it.
  if (opener) {
    throw new Agnt5HostError('PROGRAM_FAILED', 'The platform ended the request that started the .NET runtime before it was done, as it does when a request takes too much time or memory. '
      + 'This isolate cannot start it again; the next one can. Where it happens often, give the Worker more CPU time (limits.cpu_ms of wrangler).');
  }
  opener = own;
  try {
    await endpoint.open(env);
  } finally {
    opener = undefined;
    WorkerRequest.wakeAll();
  }
}
