const MOST_SKIPPED = 256 * 1024;
const PATIENCE = 2_000;

/**
 * Ends the connection of a request whose body was refused before its end: a caller has two seconds to see the answer, which a connection that is closed with unread bytes may lose, and only a part
 * of the rest is read.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res Its head is not written yet.
 * @param {object} headers The headers of the response.
 */
export function closeUnread(req, res, headers) {
  if (req.httpVersionMajor >= 2) {
    // A stream ends alone, and its connection goes on.
    res.on('finish', () => req.stream?.close());
    return;
  }
  headers.connection = 'close';
  let skipped = 0;
  const patience = setTimeout(() => req.destroy(), PATIENCE);
  req.on('data', part => {
    skipped += part.byteLength;
    if (skipped > MOST_SKIPPED) req.pause();
  });
  req.on('close', () => clearTimeout(patience));
  req.on('end', () => clearTimeout(patience));
  req.resume();
}
