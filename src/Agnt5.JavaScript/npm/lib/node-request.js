import { answerHeaders, bodyTaken, cannotStart, failureBody } from './answers.js';
import { describe } from './errors.js';
import { NodeExchange } from './node-exchange.js';
import { invokePath } from './routes.js';
import { isTaken, keptBody, takenBody } from './taken-body.js';

/**
 * Answers a request of node:http, and of what stands on it.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 * @param {Function} [next] Called for what is not one of the protocol's routes. Without it, that is answered with 404.
 * @param {object} [env] The environment of the request, where the platform hands one in.
 */
export function serveNode(endpoint, req, res, next, env) {
  const path = endpoint.pathOf(req.url);
  if (next && !endpoint.isRoute(path)) next();
  else if (endpoint.isOpen) begin(endpoint, req, res, path, env);
  else endpoint.open(env).then(() => begin(endpoint, req, res, path, env), error => fail(endpoint, res, error, cannotStart));
}

// Nothing may throw out of it: in an event of the host, it would end the process.
function begin(endpoint, req, res, path, env) {
  try {
    const kept = path === invokePath ? keptBody(req) : undefined;
    if (path === invokePath && !kept && isTaken(req)) {
      fail(endpoint, res, takenBody, bodyTaken);
      return;
    }
    const exchange = new NodeExchange(endpoint, req, res, path);
    const context = endpoint.isRoute(path) ? endpoint.contextOf(env, () => headersOf(req)) : '';
    if (typeof context === 'string') exchange.start(context, kept);
    else context.then(text => exchange.start(text, kept)).catch(error => fail(endpoint, res, error, cannotStart));
  } catch (error) {
    fail(endpoint, res, error, cannotStart);
  }
}

function fail(endpoint, res, error, message) {
  endpoint.logOnce('error', describe(error));
  if (res.headersSent || res.destroyed) return;
  const body = Buffer.from(failureBody(message));
  res.writeHead(500, answerHeaders(body, 0));
  res.end(body);
}

function headersOf(req) {
  const headers = new Headers();
  for (let i = 0; i < req.rawHeaders.length; i += 2) if (req.rawHeaders[i][0] !== ':') headers.append(req.rawHeaders[i], req.rawHeaders[i + 1]);
  return headers;
}
