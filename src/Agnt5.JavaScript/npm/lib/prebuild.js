import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The platforms that an addon may be built for, the best one for this process first.
 * @returns {string}
 */
export function platform() {
  const { platform, arch } = globalThis.process;
  return `${platform}-${arch}${platform === 'linux' && isMusl() ? '-musl' : ''}`;
}

/**
 * The addon for this process.
 * @returns {string | undefined} Its file, or undefined when the package has none for this platform.
 */
export function findPrebuild() {
  const file = fileURLToPath(new URL(`../prebuilds/${platform()}/agnt5.node`, import.meta.url));
  return existsSync(file) ? file : undefined;
}

// Alpine and others have musl in the place of glibc, and a library of one does not load on the other.
function isMusl() {
  const report = globalThis.process.report?.getReport?.();
  const header = typeof report === 'string' ? JSON.parse(report).header : report?.header;
  if (header) return !header.glibcVersionRuntime;
  return ['x86_64', 'aarch64'].some(arch => existsSync(`/lib/ld-musl-${arch}.so.1`));
}
