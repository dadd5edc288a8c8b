// Deno looks for types here, where another file of types imports this module.
/* @ts-self-types="./node.d.ts" */
import { Endpoint } from './lib/endpoint.js';
import { startRuntime } from './lib/engines.js';
import { serveNode } from './lib/node-request.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a handler for node:http, and for what calls handlers in its form.
 * @param {object} [options]
 * @returns {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse, next?: Function) => void}
 */
export function createAgnt5Node(options) {
  const endpoint = new Endpoint(options, startRuntime);
  const handle = (req, res, next) => serveNode(endpoint, req, res, next);
  handle.ready = () => endpoint.open();
  return handle;
}

/** The handler with the options of the environment. */
export const agnt5Node = createAgnt5Node();
