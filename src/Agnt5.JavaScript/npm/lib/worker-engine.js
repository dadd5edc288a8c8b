import { connect } from './engine-wasm.js';
import { Agnt5HostError } from './errors.js';
import { loadRuntime } from './worker-boot.js';
import { owned, owning } from './worker-owners.js';

let failure;

/**
 * Starts the WebAssembly engine in a Worker.
 * @param {object} host What the engine calls.
 * @param {Record<string, string>} env The environment of the program.
 * @returns {Promise<object>} The engine.
 */
export async function start(host, env) {
  // The runtime starts once in an isolate: all further requests get the reason of the first.
  if (failure) throw failure;
  try {
    return owning(await connect(await loadRuntime(env), owned(host)));
  } catch (error) {
    failure = error instanceof Agnt5HostError ? error : new Agnt5HostError('PROGRAM_FAILED', `The .NET runtime could not start: ${error?.message ?? error}`, error);
    throw failure;
  }
}
