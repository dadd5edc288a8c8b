/** What kind of value it is, as options tell them apart. */
export const kindOf = value => value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** A kind in words. */
export const article = kind => ({ string: 'a text', array: 'a list', function: 'a function', boolean: 'true or false', object: 'an object', number: 'a number' })[kind] ?? kind;
