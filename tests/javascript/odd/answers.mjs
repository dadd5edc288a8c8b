const endOfHead = '\r\n\r\n';

/**
 * Reads an answer from the bytes of a connection.
 * @param {Buffer} bytes
 * @returns {{ status: number, body: string, taken: number } | undefined} Nothing while it has not come to its end.
 */
export function readAnswer(bytes) {
  const end = bytes.indexOf(endOfHead);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end), status = Number(/^HTTP\/1\.[01] (\d+)/.exec(head)?.[1]);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return readChunks(bytes, end + 4, status);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0), taken = end + 4 + length;
  return bytes.length < taken ? undefined : { status, body: bytes.toString('utf8', end + 4, taken), taken };
}

function readChunks(bytes, at, status) {
  const parts = [];
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const size = parseInt(bytes.toString('latin1', at, line), 16), next = line + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { status, body: Buffer.concat(parts).toString('utf8'), taken: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}

/** What an answer says, in short: its status, and the code of an error or what was completed. */
export function outcome({ status, body }) {
  const said = /"code":"(\w+)"/.exec(body)?.[1] ?? /"error":"(\w+)"/.exec(body)?.[1] ?? /"message":"(hello [^"]*)"/.exec(body)?.[1] ?? (body.includes('"components"') ? 'manifest' : '');
  return `${status} ${said}`.trim();
}
