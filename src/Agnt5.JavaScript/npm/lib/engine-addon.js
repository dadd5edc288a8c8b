import { createRequire } from 'node:module';
import { Agnt5HostError } from './errors.js';
import { findPrebuild, platform } from './prebuild.js';

/** Whether the package has an addon for this process. */
export function hasAddon() {
  return findPrebuild() !== undefined;
}

/**
 * Starts the native engine: a Node-API addon with the program in it.
 * @param {object} host What the engine calls.
 * @returns {Promise<object>} The engine, whose functions are the addon's own.
 */
export async function start(host) {
  const file = findPrebuild();
  if (!file) {
    throw new Agnt5HostError('ADDON_MISSING', `This package has no addon for ${platform()} (prebuilds/${platform()}/agnt5.node). Publish on that platform and add its folder with `
      + '-p:Agnt5Prebuilds=, or leave the option engine out: WebAssembly runs everywhere.');
  }
  const addon = load(file);
  try {
    return addon.start(host, file);
  } catch (error) {
    throw new Agnt5HostError('PROGRAM_FAILED', String(error?.message ?? error), error);
  }
}

function load(file) {
  try {
    return createRequire(import.meta.url)(file);
  } catch (error) {
    throw new Agnt5HostError('ADDON_FAILED', `The addon ${file} could not be loaded: ${error?.message ?? error}. ${globalThis.Deno ? 'Allow it with --allow-ffi. ' : ''}`
      + 'On Linux, it needs the C library of the machine that published it, or a newer one.', error);
  }
}
