import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agnt5HostError } from './lib/errors.js';

const folder = path.dirname(fileURLToPath(import.meta.url));
const routes = ['/agnt5/invoke', '/.well-known/agnt5'];

/**
 * Has Next.js take the package along as it is: out of its bundles, and with all files in what it deploys.
 * @param {object | Function} [config] The app's configuration, or the function that makes it.
 * @returns {object | Function} The same with what the package needs. A function is asynchronous then.
 */
export function withAgnt5(config = {}) {
  if (typeof config === 'function') return async (...phase) => withAgnt5(await config(...phase));
  const app = appFolder(), relative = path.relative(app, folder).split(path.sep).join('/');
  const name = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).name;
  const includes = { ...config.outputFileTracingIncludes };
  for (const route of routes) includes[route] = [...includes[route] ?? [], `./${relative}/**/*`];
  return {
    ...config,
    ...rootAround(app, config),
    serverExternalPackages: [...config.serverExternalPackages ?? [], name],
    outputFileTracingIncludes: includes,
    env: { ...config.env, AGNT5_PACKAGE_FOLDER: relative },
  };
}

// next build and next dev take the app's folder as an argument, and tell a configuration nothing of it. Processes that they start inherit the variable.
function appFolder() {
  return process.env.AGNT5_APP_FOLDER ??= path.resolve(process.argv.slice(2).find(isApp) ?? '.');
}

const isApp = argument => !argument.startsWith('-') && ['js', 'mjs', 'ts', 'mts'].some(extension => existsSync(path.join(argument, `next.config.${extension}`)));

// Next.js leaves out what lies outside of its root, which is the app's folder or that of a lock file above it. npm links a package that is installed by path, so it may lie anywhere.
function rootAround(app, config) {
  if (contains(app, folder)) return {};
  const next = path.dirname(createRequire(path.join(app, 'package.json')).resolve('next/package.json'));
  let root = path.resolve(app, config.outputFileTracingRoot ?? config.turbopack?.root ?? '.');
  while (!contains(root, folder) || !contains(root, next)) {
    const outer = path.dirname(root);
    if (outer === root) throw driveApart(app, next);
    root = outer;
  }
  return { outputFileTracingRoot: root, turbopack: { ...config.turbopack, root } };
}

function driveApart(app, next) {
  return new Agnt5HostError('FILES_MISSING', `No folder has in it the app (${app}), Next.js (${next}) and this package (${folder}): they lie on several drives. `
    + 'Install the package as a tarball, which npm pack makes.');
}

function contains(outer, inner) {
  const relative = path.relative(outer, inner);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
