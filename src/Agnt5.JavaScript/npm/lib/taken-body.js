import { Agnt5HostError } from './errors.js';

/**
 * The bytes of a body that something else has read and kept as they came: express.raw() in `body`, some platforms in `rawBody`.
 * @param {object} req
 * @returns {Uint8Array | undefined}
 */
export function keptBody(req) {
  const { rawBody, body } = req;
  if (rawBody instanceof Uint8Array) return rawBody;
  return body instanceof Uint8Array ? body : undefined;
}

/**
 * Whether something else has read the body, so that nobody can check its signature any more.
 * @param {import('node:http').IncomingMessage} req
 */
export function isTaken(req) {
  if (!req.readableDidRead && !req.readableEnded) return false;
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0 || req.httpVersionMajor >= 2;
}

/** What the log says of it. */
export const takenBody = new Agnt5HostError('BODY_TAKEN', 'The body of a request was read before it reached agnt5, so its signature cannot be checked. Mount agnt5 before the body parser '
  + '(such as express.json()), or keep the parser away from its routes, /agnt5/invoke and /.well-known/agnt5.');
