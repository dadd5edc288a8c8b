/**
 * Gives the WebAssembly engine the HMAC-SHA256 of `node:crypto`, where the platform has that module. The key, the message and the place for the MAC are addresses in the runtime's memory.
 * @param {object} runtime
 * @returns {{ hasMac: () => boolean, mac: (key: number, keyLength: number, message: number, messageLength: number, mac: number) => void }}
 */
export function hostMac(runtime) {
  const crypto = nodeCrypto();
  return {
    hasMac: () => crypto !== undefined,
    mac: (key, keyLength, message, messageLength, mac) => {
      // Asked for each time: the memory moves when it grows.
      const memory = runtime.localHeapViewU8();
      const bytes = (start, length) => memory.subarray(start >>> 0, (start >>> 0) + length);
      memory.set(crypto.createHmac('sha256', bytes(key, keyLength)).update(bytes(message, messageLength)).digest(), mac >>> 0);
    },
  };
}

// Not an import: a bundle for a platform without the module must load too.
function nodeCrypto() {
  try {
    return globalThis.process?.getBuiltinModule?.('node:crypto');
  } catch {
    return undefined;
  }
}
