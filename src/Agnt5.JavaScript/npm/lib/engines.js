import { start as startWasm } from './engine-wasm.js';
import { Runtime } from './runtime.js';

let runtime;

/** The runtime of this process: all handlers of the package share it. */
export function sharedRuntime() {
  return runtime ??= new Runtime(startWasm);
}
