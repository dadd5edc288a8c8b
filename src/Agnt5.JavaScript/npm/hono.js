import { createAgnt5 } from './index.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a handler for Hono, on every platform that Hono runs on. What is not one of the protocol's routes goes on to the app.
 * @param {object} [options]
 * @returns {((c: object, next?: () => Promise<unknown>) => Promise<Response | undefined>) & { ready: (env?: object) => Promise<void> }}
 */
export function createAgnt5Hono(options) {
  const { fetch, isRoute, ready } = createAgnt5(options);
  const handler = async (c, next) => {
    const request = c.req.raw;
    if (next && !isRoute(request.url)) {
      await next();
      return undefined;
    }
    // On Node.js env holds the request and response of node:http; the variables are the process's there. A Worker may have a binding of that name.
    return c.env?.incoming?.rawHeaders ? fetch(request) : fetch(request, c.env, contextOf(c));
  };
  handler.ready = ready;
  return handler;
}

/** The handler with the options of the environment. */
export const agnt5Hono = createAgnt5Hono();

// Only Workers have one. Hono throws where there is none.
function contextOf(c) {
  try {
    return c.executionCtx;
  } catch {
    return undefined;
  }
}
