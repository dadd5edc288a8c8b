import { Agnt5HostError } from './lib/errors.js';
import { invokePath, manifestPath } from './lib/routes.js';
import { createAgnt5Node } from './node.js';

export { Agnt5HostError };

/**
 * Creates a plugin for Fastify. The two routes stand where it is registered: under `prefix`, if there is one.
 * @param {object} [options]
 * @returns {((app: object, own?: object) => Promise<void>) & { ready: () => Promise<void> }} The plugin. Its own options, given to `register`, come before these.
 */
export function createAgnt5Fastify(options) {
  const handlers = [];
  const plugin = async (app, own = {}) => {
    const { prefix, logLevel, logSerializers, ...rest } = own;
    const handle = createAgnt5Node({ ...options, ...rest, prefix: app.prefix });
    handlers.push(handle);
    // Before Fastify reads the body: a signature covers the raw bytes. The response is ours from here on, and Fastify's limits and parsers have no part in it.
    app.addHook('onRequest', async (request, reply) => {
      reply.hijack();
      handle(request.raw, reply.raw);
    });
    for (const url of [manifestPath, invokePath]) app.all(url, unreachable);
  };
  plugin.ready = async () => {
    if (handlers.length === 0) throw new Agnt5HostError('OPTIONS_INVALID', 'The plugin is not registered yet, and takes options from there: call its ready() after await app.ready().');
    await Promise.all(handlers.map(handle => handle.ready()));
  };
  return plugin;
}

/** The plugin with the options of the environment. */
export const agnt5Fastify = createAgnt5Fastify();

// A route needs a handler, and the hook has answered before it.
async function unreachable() {}
