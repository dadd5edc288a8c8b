import { build } from './build.js';
import { Agnt5HostError } from './errors.js';
import { Runtime } from './runtime.js';

/**
 * The runtimes of this process, by engine. A bundler may take the code of this package along several times, once for each route: the copies of one publish share them.
 * @type {Map<string | undefined, Runtime>}
 */
const runtimes = build === undefined ? new Map() : (globalThis[Symbol.for(`agnt5.runtimes.${build}`)] ??= new Map());

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
  if (!canLoadAddons()) throw new Agnt5HostError('ADDON_UNSUPPORTED', 'This platform loads no addons: leave the option engine out, and WebAssembly is taken. In Deno, allow them with --allow-ffi.');
  return (await import('./engine-addon.js')).start(host);
}

async function startWasm(host, env) {
  return (await import('./engine-wasm.js')).start(host, env);
}

// Deno has Node's API, and loads addons where it is allowed to.
function canLoadAddons() {
  const permissions = globalThis.Deno?.permissions;
  if (permissions) return permissions.querySync({ name: 'ffi', path: new URL('../prebuilds', import.meta.url) }).state === 'granted';
  return typeof globalThis.process?.versions?.node === 'string';
}
