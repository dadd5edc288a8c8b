import { reasonOf } from './errors.js';
import { article, kindOf } from './kinds.js';
import { processEnvironment, requestVariables, variable } from './environment.js';

const [enabledVariable] = requestVariables.slice(-1);
const secretVariables = requestVariables.slice(0, -1);

/** What is known of a request beside HTTP, as JSON for the engine: secrets and the kill switch, from the options where they say so, else from the environment. */
export class RequestContexts {
  #options;
  #isFixed;
  #last;

  /** @param {object} options */
  constructor(options) {
    this.#options = options;
    // Functions may say something else at each request, and lists may change.
    this.#isFixed = ['undefined', 'string'].includes(typeof options.signingSecret) && typeof options.enabled !== 'function';
  }

  /**
   * The context of a request.
   * @param {object | undefined} env The environment of the request.
   * @param {() => Headers} headers The headers of the request.
   * @returns {string | Promise<string>} A promise where a function of the options returns one.
   */
  of(env, headers) {
    const options = this.#options;
    if (!this.#isFixed) return contextOf(options, env, headers);
    // As few variables as possible: each costs a call of the operating system.
    const common = options.env ?? processEnvironment();
    const secret = options.signingSecret === undefined ? firstSecret(env, common) : undefined;
    const enabled = options.enabled === undefined ? variable(env, common, enabledVariable) : undefined;
    if (!this.#last || this.#last.secret !== secret || this.#last.enabled !== enabled) this.#last = { secret, enabled, text: contextOf(options, env, headers) };
    return this.#last.text;
  }
}

// The first that is not blank counts.
function firstSecret(env, common) {
  for (const name of secretVariables) {
    const value = variable(env, common, name);
    if (value !== undefined && value.trim() !== '') return value;
  }
  return undefined;
}

function contextOf(options, env, headers) {
  const common = options.env ?? processEnvironment();
  const asked = { env: env ?? common, get headers() { return headers(); } };
  const secrets = ask(options.signingSecret, asked), enabled = ask(options.enabled, asked);
  if (typeof secrets?.then === 'function' || typeof enabled?.then === 'function') {
    return Promise.all([settle(secrets), settle(enabled)]).then(([secrets, enabled]) => textOf(env, common, secrets, enabled));
  }
  return textOf(env, common, secrets, enabled);
}

function textOf(env, common, secrets, enabled) {
  const context = { env: {} };
  if (secrets === unset) for (const name of secretVariables) take(context.env, env, common, name);
  else give(context, 'signingSecrets', 'signingSecretsFailed', listOf(secrets));
  if (enabled === unset) take(context.env, env, common, enabledVariable);
  else give(context, 'enabled', 'enabledFailed', switchOf(enabled));
  return JSON.stringify(context);
}

function give(context, name, failedName, value) {
  if (value instanceof Failure) context[failedName] = value.text;
  else context[name] = value;
}

/** Nothing is no secret. What is no text is none that somebody signs with, and leaving it out would pass for nothing. */
function listOf(secrets) {
  if (secrets instanceof Failure) return secrets;
  if (secrets === undefined || secrets === null) return [];
  const list = [secrets].flat(), other = list.map(kindOf).find(kind => kind !== 'string');
  if (other === undefined) return list;
  return new Failure(`returned ${Array.isArray(secrets) ? 'a list with ' : ''}${article(other)}${Array.isArray(secrets) ? ' in it' : ''}: return a text or a list of texts`);
}

/** A text such as 'false' is true in JavaScript, and a switch that nobody can turn off is none. */
function switchOf(enabled) {
  if (enabled instanceof Failure || typeof enabled === 'boolean') return enabled;
  // A longer text may be anything, and a secret too.
  return new Failure(`returned ${article(kindOf(enabled))}${typeof enabled === 'string' && enabled.length <= 8 ? ` ('${enabled}')` : ''}: return true or false`);
}

const unset = Symbol('unset');

// What a function of the options does wrong is the engine's to log and to answer.
class Failure {
  constructor(text) {
    this.text = text;
  }
}

const thrown = error => new Failure(`threw: ${reasonOf(error)}`);

function ask(option, asked) {
  if (option === undefined) return unset;
  if (typeof option !== 'function') return option;
  try {
    return option(asked);
  } catch (error) {
    return thrown(error);
  }
}

async function settle(value) {
  try {
    return await value;
  } catch (error) {
    return thrown(error);
  }
}

function take(into, own, common, name) {
  const value = variable(own, common, name);
  if (value !== undefined) into[name] = value;
}
