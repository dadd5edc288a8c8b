/**
 * The declared length of a body. It is found without `headers` of node:http, which would put all of them into an object.
 * @param {string[]} raw
 */
export function declaredLengthOf(raw) {
  for (let i = 0; i < raw.length; i += 2) if (raw[i].length === 14 && raw[i].toLowerCase() === 'content-length') return declaredLength(raw[i + 1]);
  return -1;
}

/**
 * The declared length of a body.
 * @param {string | null | undefined} header The value of `content-length`.
 * @returns {number} -1 where there is none. The most that an engine takes stands for all that is more: no endpoint accepts so much.
 */
export function declaredLength(header) {
  const length = header === null || header === undefined ? NaN : Number(header);
  return Number.isNaN(length) ? -1 : Math.min(length, Number.MAX_SAFE_INTEGER);
}
