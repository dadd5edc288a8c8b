import { Agnt5HostError } from './errors.js';
import { article, kindOf } from './kinds.js';
import { checkServices } from './services.js';

const known = {
  signingSecret: ['string', 'array', 'function'],
  enabled: ['boolean', 'function'],
  serviceName: ['string'],
  serviceVersion: ['string'],
  services: ['object', 'function'],
  env: ['object'],
  engine: ['string'],
  log: ['function'],
  prefix: ['string'],
};

/**
 * Checks options. An option that nobody knows is an error: it would silently do nothing.
 * @param {object} [options]
 * @returns {object} The options that are set, frozen.
 */
export function checkOptions(options = {}) {
  if (kindOf(options) !== 'object') throw new Agnt5HostError('OPTIONS_INVALID', `The options are ${article(kindOf(options))}: give an object, or nothing.`);
  // What is undefined was not given: prefix: process.env.PREFIX.
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const problems = Object.entries(given).map(problemOf).filter(problem => problem !== undefined);
  if (problems.length > 0) throw new Agnt5HostError('OPTIONS_INVALID', problems.join(' '));
  if (typeof given.services === 'object') checkServices(given.services);
  return Object.freeze({ prefix: '', ...given });
}

function problemOf([name, value]) {
  if (!Object.hasOwn(known, name)) return `There is no option '${name}': there are ${Object.keys(known).join(', ')}.`;
  const kind = kindOf(value);
  if (!known[name].includes(kind)) return `The option ${name} is ${article(kind)}: give ${known[name].map(article).join(' or ')}.`;
  if (name === 'engine' && !['addon', 'wasm'].includes(value)) return `The option engine is '${value}': give 'addon' or 'wasm', or leave it out.`;
  if (name === 'prefix' && !/^(\/[^/?#]+)*$/.test(value)) return `The option prefix is '${value}': give a path like /hooks, without a slash at its end.`;
  if (name === 'signingSecret' && kind === 'array') {
    const other = value.map(kindOf).find(kind => kind !== 'string');
    if (other) return `The option signingSecret is a list with ${article(other)} in it: give a list of texts.`;
  }
  return undefined;
}
