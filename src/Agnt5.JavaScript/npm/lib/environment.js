import { Agnt5HostError } from './errors.js';

/** The variables that count at each request: secrets in the order in which they count, and the kill switch. */
export const secretVariables = ['AGNT5_SERVERLESS_SIGNING_SECRET', 'AGNT5_WORKERLESS_SIGNING_SECRET', 'WORKERLESS_SIGNING_SECRET'];
export const switchVariable = 'AGNT5_SERVERLESS_ENABLED';

/** The environment of the process, or an empty one where there is no process. */
export function processEnvironment() {
  return globalThis.process?.env ?? {};
}

/**
 * A variable: of the request's own environment (a Worker's bindings), else of the handler's.
 * @param {object | undefined} own
 * @param {object} common
 * @param {string} name
 */
export function variable(own, common, name) {
  const value = own?.[name];
  return typeof value === 'string' ? value : read(common, name);
}

/**
 * All variables that are texts, as one object.
 * @param {object | undefined} own
 * @param {object} common
 */
export function allVariables(own, common) {
  const all = {};
  for (const environment of [common, own ?? {}])
    for (const name of names(environment)) {
      const value = environment[name];
      if (typeof value === 'string') all[name] = value;
    }
  return all;
}

function read(environment, name) {
  try {
    const value = environment[name];
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    throw denied(error);
  }
}

function names(environment) {
  try {
    return Object.keys(environment);
  } catch (error) {
    throw denied(error);
  }
}

const denied = error => new Agnt5HostError('ENV_DENIED', 'The environment may not be read: run Deno with --allow-env, or hand the variables in with the option env.', error);
