import { build } from './build.js';
import { Agnt5HostError } from './errors.js';
import { Runtime } from './runtime.js';

/**
 * The runtimes of this process, one for each engine. A bundler may take the code of this package along several times, once for each route: the copies of one publish share them.
 * @type {Map<'addon' | 'wasm', Runtime>}
 */
const runtimes = build === undefined ? new Map() : (globalThis[Symbol.for(`agnt5.runtimes.${build}`)] ??= new Map());

let unloadable = false;

/**
 * Starts an engine, unless it runs: all handlers of the package share it.
 * @param {'addon' | 'wasm' | undefined} engine The engine that the options ask for. Else the addon is taken where there is one that loads, and WebAssembly where not.
 * @param {object} env The environment of the program.
 * @param {(text: string) => void} warn Told once when there is an addon that does not load.
 * @returns {Promise<Runtime>}
 */
export async function startRuntime(engine, env, warn) {
  if (engine === 'wasm' || (engine === undefined && !(await hasAddon()))) return start('wasm', startWasm, env);
  try {
    return await start('addon', startAddon, env);
  } catch (error) {
    if (engine === 'addon' || error?.code !== 'ADDON_FAILED') throw error;
    if (!unloadable) warn(`${error.message} WebAssembly is taken in its place.`);
    unloadable = true;
    return start('wasm', startWasm, env);
  }
}

async function start(engine, load, env) {
  let runtime = runtimes.get(engine);
  if (!runtime) runtimes.set(engine, runtime = new Runtime(load));
  await runtime.start(env);
  return runtime;
}

const hasAddon = async () => !unloadable && canLoadAddons() && (await import('./engine-addon.js')).hasAddon();

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
