import { Agnt5HostError } from './errors.js';
import { Runtime } from './runtime.js';

const runtimes = new Map();

/**
 * The runtime of this process: all handlers of the package with the same engine share one.
 * @param {'addon' | 'wasm' | undefined} engine The engine that the options ask for.
 */
export function sharedRuntime(engine) {
  let runtime = runtimes.get(engine);
  if (!runtime) runtimes.set(engine, runtime = new Runtime(engine === 'wasm' ? startWasm : engine === 'addon' ? startAddon : startBest));
  return runtime;
}

async function startBest(host, env) {
  if (canLoadAddons()) {
    const addon = await import('./engine-addon.js');
    if (addon.hasAddon()) return addon.start(host);
  }
  return startWasm(host, env);
}

async function startAddon(host) {
  if (!canLoadAddons()) throw new Agnt5HostError('ADDON_UNSUPPORTED', 'This platform loads no addons: leave the option engine out, and WebAssembly is taken.');
  return (await import('./engine-addon.js')).start(host);
}

async function startWasm(host, env) {
  return (await import('./engine-wasm.js')).start(host, env);
}

const canLoadAddons = () => typeof globalThis.process?.versions?.node === 'string';
