// What the rows are started with: --port N --package FOLDER [--engine addon|wasm].
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const given = name => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

export const port = Number(given('port'));

/** The options of a handler: with no engine, the package chooses. */
export const options = { engine: given('engine') };

/**
 * Loads a module of the npm package.
 * @param {string} module Its name in the exports: '.' is index.
 */
export const load = module => import(pathToFileURL(path.join(path.resolve(given('package')), `${module === '.' ? 'index' : module}.js`)));
