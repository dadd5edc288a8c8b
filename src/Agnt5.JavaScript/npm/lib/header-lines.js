/** Headers as one text, which crosses over to the engine in one piece: `name\nvalue\nname\nvalue\n`. */

/**
 * @param {string[]} raw Names and values in turn, as `rawHeaders` of node:http has them.
 */
export function fromRaw(raw) {
  let lines = '';
  for (let i = 0; i < raw.length; i += 2) lines += raw[i] + '\n' + raw[i + 1] + '\n';
  return lines;
}

/** @param {Headers} headers */
export function fromHeaders(headers) {
  let lines = '';
  headers.forEach((value, name) => {
    lines += name + '\n' + value + '\n';
  });
  return lines;
}

/** @param {string} lines */
export function toPairs(lines) {
  const parts = lines.split('\n');
  const pairs = [];
  for (let i = 0; i + 1 < parts.length; i += 2) pairs.push([parts[i], parts[i + 1]]);
  return pairs;
}
