const variables = ['VERCEL_GIT_COMMIT_SHA', 'K_REVISION', 'GIT_SHA', 'DENO_DEPLOYMENT_ID'];

/**
 * The version that the platform deployed, where it says so.
 * @param {object | undefined} bindings What came with the request.
 * @param {object} env All variables.
 * @returns {string | undefined}
 */
export function versionOf(bindings, env) {
  const worker = bindings?.CF_VERSION_METADATA?.id;
  const found = [env.VERCEL_GIT_COMMIT_SHA, worker, ...variables.map(name => env[name])];
  return found.find(version => typeof version === 'string' && version.trim() !== '');
}
