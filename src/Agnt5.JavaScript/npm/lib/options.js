import { Agnt5HostError } from './errors.js';

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
 * @returns {object} The options, frozen.
 */
export function checkOptions(options = {}) {
  const problems = [];
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const kinds = known[name];
    if (!kinds) problems.push(`There is no option '${name}': there are ${Object.keys(known).join(', ')}.`);
    else if (!kinds.includes(kindOf(value))) problems.push(`The option ${name} is ${article(kindOf(value))}: give ${kinds.map(article).join(' or ')}.`);
  }
  if (typeof options.engine === 'string' && !['addon', 'wasm'].includes(options.engine)) problems.push(`The option engine is '${options.engine}': give 'addon' or 'wasm', or leave it out.`);
  if (typeof options.prefix === 'string' && !/^(\/[^/?#]+)*$/.test(options.prefix)) problems.push(`The option prefix is '${options.prefix}': give a path like /hooks, without a slash at its end.`);
  if (problems.length > 0) throw new Agnt5HostError('OPTIONS_INVALID', problems.join(' '));
  return Object.freeze({ prefix: '', ...options });
}

const kindOf = value => value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const article = kind => ({ string: 'a text', array: 'a list', function: 'a function', boolean: 'true or false', object: 'an object', number: 'a number', null: 'null' })[kind] ?? kind;
