import { Agnt5HostError } from './errors.js';

/**
 * What is wrong when files of this package are not where its code is: a bundler took the code along and left them behind.
 * @param {string} folder The folder of the package.
 * @param {unknown} cause
 */
export function filesMissing(folder, cause) {
  if (globalThis.navigator?.userAgent === 'Cloudflare-Workers') {
    return new Agnt5HostError('FILES_MISSING', 'This package was published for another host: its files do not load in a Cloudflare Worker. Publish one for Workers: dotnet publish -p:Agnt5Host=workers');
  }
  return new Agnt5HostError('FILES_MISSING', `The folder ${folder} of this package could not be loaded: ${cause?.message ?? cause}. When the app is bundled, keep the package out of the bundle `
    + '(Next.js: withAgnt5 of next/config, or serverExternalPackages; esbuild and Rollup: external) and deploy its folder in node_modules with all files (Next.js: outputFileTracingIncludes).', cause);
}
