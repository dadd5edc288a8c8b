const MOST_SKIPPED = 256 * 1024;
const PATIENCE = 2_000;

/**
 * Ends a request whose body was refused before its end. Its caller has two seconds to see the answer, which a connection that is closed with unread bytes may lose,
 * and only a part of the rest is read. Node.js alone would read and drop it, however much comes.
 * @param {import('node:http').IncomingMessage} req
 * @param {Record<string, string>} headers The headers of the response.
 * @param {boolean} endsConnection Whether the connection ends, whatever comes.
 * @returns {(() => void) | undefined} What is left to do once the answer was written.
 */
export function leaveUnread(req, headers, endsConnection) {
  if (req.httpVersionMajor >= 2) {
    // A stream ends alone, and its connection goes on.
    return () => req.stream?.close();
  }
  if (endsConnection) headers.connection = 'close';
  let skipped = 0;
  const patience = setTimeout(() => req.socket?.destroy(), PATIENCE);
  patience.unref?.();
  req.on('data', part => {
    skipped += part.byteLength;
    if (skipped > MOST_SKIPPED) req.pause();
  });
  for (const event of ['end', 'close']) req.on(event, () => clearTimeout(patience));
  req.resume();
  return undefined;
}
