import { Agnt5HostError } from './errors.js';

/**
 * Loads the package from its own folder. Next.js compiles what an app imports into bundles; the engines find their files beside themselves, so Node.js loads them, and no bundler.
 * @returns {Promise<object>} What index.js exports.
 */
export async function loadBesideBundle() {
  const path = builtin('path'), { pathToFileURL } = builtin('url');
  const folder = findFolder(path);
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ pathToFileURL(path.join(folder, 'index.js')).href);
}

function findFolder(path) {
  const { existsSync } = builtin('fs'), { fileURLToPath } = builtin('url');
  // Turbopack keeps a module's own URL, and moves it with the build. webpack writes down where the module was when the app was built.
  const looked = [path.dirname(path.dirname(fileURLToPath(import.meta.url)))];
  // withAgnt5 has Next.js put the folder in here, relative to the app's.
  const relative = process.env.AGNT5_PACKAGE_FOLDER;
  if (relative) looked.push(path.resolve(process.cwd(), relative));
  const found = looked.find(folder => existsSync(path.join(folder, 'lib', 'next-package.js')));
  if (found) return found;
  throw new Agnt5HostError('FILES_MISSING', `The files of the package are not in what was deployed: looked in ${looked.join(' and ')}. In next.config.js, wrap the configuration: `
    + "import { withAgnt5 } from '<package>/next/config'; export default withAgnt5(nextConfig);");
}

// Not imported: a bundle for the edge runtime would fail for the module's sake, before it can say why.
const builtin = name => process.getBuiltinModule(`node:${name}`);
