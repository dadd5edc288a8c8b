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
  return exists(file) ? file : undefined;
}

// Alpine and others have musl in the place of glibc, and a library of one does not load on the other.
function isMusl() {
  if (globalThis.Deno) return globalThis.Deno.build.target.includes('musl');
  return ['x86_64', 'aarch64'].some(arch => exists(`/lib/ld-musl-${arch}.so.1`)) && !globalThis.process.report?.getReport?.()?.header?.glibcVersionRuntime;
}

function exists(file) {
  try {
    return existsSync(file);
  } catch {
    // Deno may not read it, and then it cannot load it either.
    return false;
  }
}
