/** Headers as one text, which crosses over to the engine in one piece: `name\nvalue\nname\nvalue\n`. */

/** The headers of a request that the engine reads. The others need not cross over. */
const known = new Set(['x-agnt5-signature-version', 'x-agnt5-timestamp', 'x-agnt5-attempt-id', 'x-agnt5-signature', 'x-agnt5-run-id']);

/**
 * The headers of a request that the engine reads.
 * @param {string[]} raw Names and values in turn, as `rawHeaders` of node:http has them.
 */
export function fromRaw(raw) {
  let lines = '';
  for (let i = 0; i < raw.length; i += 2) {
    if ((raw[i].charCodeAt(0) | 32) === 120 && known.has(raw[i].toLowerCase())) lines += raw[i] + '\n' + asUtf8(raw[i + 1]) + '\n';
  }
  return lines;
}

/**
 * The headers of a request that the engine reads.
 * @param {Headers} headers
 */
export function fromRequest(headers) {
  let lines = '';
  for (const name of known) {
    const value = headers.get(name);
    if (value !== null) lines += name + '\n' + asUtf8(value) + '\n';
  }
  return lines;
}

/**
 * All headers.
 * @param {Headers} headers
 */
export function fromHeaders(headers) {
  let lines = '';
  headers.forEach((value, name) => {
    lines += name + '\n' + value + '\n';
  });
  return lines;
}

/**
 * A header of a request as web servers of .NET read it, and as it is signed: in UTF-8. JavaScript hosts give a character for each byte.
 * @param {string} value
 */
function asUtf8(value) {
  if (!/[\u0080-\u00ff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(value, character => character.charCodeAt(0)));
  } catch {
    return value;
  }
}

/** @param {string} lines */
export function toPairs(lines) {
  const parts = lines.split('\n');
  const pairs = [];
  for (let i = 0; i + 1 < parts.length; i += 2) pairs.push([parts[i], parts[i + 1]]);
  return pairs;
}
