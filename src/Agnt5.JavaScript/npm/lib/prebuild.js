import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The platform that an addon for this process is built for: `linux-x64`, `linux-arm64-musl`, `darwin-arm64`. */
export function platform() {
  const { platform, arch } = globalThis.process;
  return `${platform}-${arch}${platform === 'linux' && isMusl() ? '-musl' : ''}`;
}

/**
 * The addon for this process.
 * @returns {string | undefined} Its file, or undefined when the package has none for this platform.
 */
export function findPrebuild() {
  // A bundle in the old module format has no address.
  if (!import.meta.url) return undefined;
  const file = fileURLToPath(new URL(`../prebuilds/${platform()}/agnt5.node`, import.meta.url));
  return existsSync(file) ? file : undefined;
}

// Alpine and others have musl in the place of glibc, and a library of one does not load on the other.
function isMusl() {
  return ['x86_64', 'aarch64'].some(arch => existsSync(`/lib/ld-musl-${arch}.so.1`)) && !globalThis.process.report?.getReport?.()?.header?.glibcVersionRuntime;
}
