import { createRequire } from 'node:module';
import { setImmediate, setTimeout } from 'node:timers';
import { Agnt5HostError } from './errors.js';
import { findPrebuild, platform } from './prebuild.js';

/** Whether the package has an addon for this process. */
export function hasAddon() {
  return findPrebuild() !== undefined;
}

/**
 * Starts the native engine: a Node-API addon with the program in it.
 * @param {object} host What the engine calls.
 * @returns {Promise<object>} The engine.
 */
export async function start(host) {
  const file = findPrebuild();
  if (!file) {
    throw new Agnt5HostError('ADDON_MISSING', `This package has no addon for ${platform()} (prebuilds/${platform()}/agnt5.node). Publish on that platform and add its folder with `
      + '-p:Agnt5Prebuilds=, or leave the option engine out: WebAssembly runs everywhere.');
  }
  const addon = load(file);
  try {
    return inRounds(addon.start(host, file));
  } catch (error) {
    throw new Agnt5HostError('PROGRAM_FAILED', String(error?.message ?? error), error);
  }
}

/** How long a request may keep its thread, in milliseconds, before those that wait behind it get another one. */
const PATIENCE = 10;

/** The engine, with its requests run once in a round of the event loop: to wake a thread costs about as much as to answer a small request, and so those of a round share it. */
function inRounds(engine) {
  let isPlanned = false, watch;
  const run = () => {
    isPlanned = false;
    if (engine.run() && !watch) watch = setTimeout(look, PATIENCE).unref();
  };
  const look = () => {
    watch = undefined;
    run();
  };
  return {
    ...engine,
    begin(...request) {
      engine.begin(...request);
      if (isPlanned) return;
      isPlanned = true;
      setImmediate(run);
    },
  };
}

function load(file) {
  try {
    return createRequire(import.meta.url)(file);
  } catch (error) {
    throw new Agnt5HostError('ADDON_FAILED', `The addon ${file} could not be loaded: ${error?.message ?? error}. ${globalThis.Deno ? 'Allow it with --allow-ffi. ' : ''}`
      + 'On Linux, it needs the C library of the machine that published it, or a newer one.', error);
  }
}
