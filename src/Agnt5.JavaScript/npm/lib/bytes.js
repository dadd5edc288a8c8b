/**
 * Parts of bytes in one run.
 * @param {Uint8Array[]} parts
 * @param {number} length Their length together.
 * @returns {Uint8Array}
 */
export function join(parts, length) {
  if (parts.length === 1) return parts[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
