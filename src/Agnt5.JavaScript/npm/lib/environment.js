/** The variables that count at each request: the secrets in the order in which they count, and the kill switch. */
export const requestVariables = ['AGNT5_SERVERLESS_SIGNING_SECRET', 'AGNT5_WORKERLESS_SIGNING_SECRET', 'WORKERLESS_SIGNING_SECRET', 'AGNT5_SERVERLESS_ENABLED'];

/** The variables in which platforms name what they deployed. */
export const versionVariables = ['VERCEL_GIT_COMMIT_SHA', 'K_REVISION', 'GIT_SHA', 'DENO_DEPLOYMENT_ID'];

/** The environment of the process, or an empty one where there is no process. */
export function processEnvironment() {
  return globalThis.process?.env ?? {};
}

/**
 * The environment that a host hands in with a request. Deno hands in something else: whose request it is, and when it is completed. What is no object is no environment.
 * @param {unknown} env
 * @returns {object | undefined}
 */
export function bindingsOf(env) {
  if (typeof env !== 'object' || env === null) return undefined;
  return 'remoteAddr' in env && 'completed' in env ? undefined : env;
}

/**
 * A variable: of the request's own environment (a Worker's bindings), else of the handler's.
 * @param {object | undefined} own
 * @param {object} common
 * @param {string} name
 * @returns {string | undefined}
 */
export function variable(own, common, name) {
  const value = own?.[name];
  if (typeof value === 'string') return value;
  try {
    const other = common[name];
    return typeof other === 'string' ? other : undefined;
  } catch {
    // Deno allows variables one by one.
    return undefined;
  }
}

/**
 * All variables that are texts.
 * @param {object | undefined} own
 * @param {object} common
 * @returns {{ all: Record<string, string>, isDenied: boolean }} Where nobody may list them, those that this package knows.
 */
export function allVariables(own, common) {
  let names, isDenied = false;
  try {
    names = Object.keys(common);
  } catch {
    names = [...requestVariables, ...versionVariables];
    isDenied = true;
  }
  const all = {};
  for (const name of [...names, ...Object.keys(own ?? {})]) {
    const value = variable(own, common, name);
    if (value !== undefined) all[name] = value;
  }
  return { all, isDenied };
}
