import { versionVariables } from './environment.js';

/**
 * The version that the platform deployed, where it says so.
 * @param {object | undefined} bindings What came with the request: a Worker names its version in a binding.
 * @param {Record<string, string>} env All variables.
 * @returns {string | undefined}
 */
export function versionOf(bindings, env) {
  return [bindings?.CF_VERSION_METADATA?.id, ...versionVariables.map(name => env[name])].find(version => typeof version === 'string' && version.trim() !== '');
}
