const MOST_SKIPPED = 256 * 1024;
const PATIENCE = 5_000;

/**
 * Answers a request whose body was refused before its end. Its caller has five seconds to see the answer, and only a part of the rest is read. Node.js alone would read and drop it, however much comes.
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {string} body The answer, in latin1.
 */
export function answerUnread(req, res, body) {
  if (req.httpVersionMajor >= 2) {
    // A stream ends alone, and its connection goes on.
    res.end(body, 'latin1', () => req.stream?.close());
    return;
  }
  // The response ends later, though nothing of it is missing: with its end, Node.js closes the connection, and a caller that is still sending would lose the answer.
  res.write(body, 'latin1');
  let skipped = 0;
  const patience = setTimeout(() => req.socket?.destroy(), PATIENCE);
  patience.unref?.();
  req.on('data', part => {
    skipped += part.byteLength;
    if (skipped > MOST_SKIPPED) req.pause();
  });
  req.on('end', () => res.end());
  for (const event of ['end', 'close']) req.on(event, () => clearTimeout(patience));
  req.resume();
}
