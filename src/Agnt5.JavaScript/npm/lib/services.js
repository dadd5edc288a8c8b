import { Agnt5HostError } from './errors.js';
import { article, kindOf } from './kinds.js';

/**
 * Checks what the option `services` hands in.
 * @param {unknown} services
 * @returns {Record<string, string | Function>} Its texts and functions. What is undefined or null is not handed in, so that C# sees that it is missing.
 */
export function checkServices(services) {
  if (services === undefined || services === null) return {};
  if (typeof services !== 'object' || Array.isArray(services)) throw invalid(`is ${article(kindOf(services))}: give an object, or a function that returns one at once`);
  if (typeof services.then === 'function') throw invalid('gave a promise: its function is asked once, and returns an object at once. Wait in the functions of the object');
  const prototype = Object.getPrototypeOf(services);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw invalid(`is an instance of ${prototype.constructor?.name || 'a class'}, whose methods would not be seen: give an object with the functions as its own properties`);
  }
  const given = Object.entries(services).filter(([, value]) => value !== undefined && value !== null);
  for (const [name, value] of given) {
    if (typeof value !== 'string' && typeof value !== 'function') throw invalid(`has ${article(kindOf(value))} under ${name}: give a text or a function`);
  }
  return Object.fromEntries(given);
}

const invalid = text => new Agnt5HostError('OPTIONS_INVALID', `The option services ${text}.`);
