import { engine, imports } from './engine-wasm.js';
import { Agnt5HostError } from './errors.js';
import { loadRuntime } from './worker-boot.js';
import { owned, owning } from './worker-owners.js';

let failure;

/**
 * Starts the WebAssembly engine in a Worker.
 * @param {object} host What the engine calls.
 * @param {object} env The environment of the program.
 */
export async function start(host, env) {
  // The runtime starts once in an isolate: all further requests get the reason of the first.
  if (failure) throw failure;
  try {
    const runtime = await loadRuntime(env);
    runtime.setModuleImports('agnt5', imports(owned(host)));
    await runtime.runMain();
    return owning(engine((await runtime.getAssemblyExports('Agnt5.JavaScript')).Agnt5.JavaScript.Wasm.WasmExports));
  } catch (error) {
    failure = new Agnt5HostError('START_FAILED', `The program could not start in this isolate: ${error?.message ?? error}. Fix it and deploy again; an isolate starts the program once.`, error);
    throw failure;
  }
}
