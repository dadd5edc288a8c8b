import { createAgnt5Node } from './node.js';

export { Agnt5HostError } from './lib/errors.js';

/**
 * Creates a middleware for Koa. What is not one of the protocol's routes goes on to the app.
 * @param {object} [options]
 * @returns {((ctx: object, next: () => Promise<unknown>) => Promise<unknown>) & { ready: () => Promise<void> }}
 */
export function createAgnt5Koa(options) {
  const handle = createAgnt5Node(options);
  const middleware = (ctx, next) => {
    let others;
    handle(ctx.req, ctx.res, () => {
      others = next();
    });
    if (others) return others;
    // Koa would answer once this middleware is done. It is done with the response, so that those in front of it see the status.
    ctx.respond = false;
    // A caller may have left before: 'close' does not come again.
    if (ctx.res.closed || ctx.res.destroyed || ctx.req.stream?.destroyed) return Promise.resolve();
    return new Promise(done => {
      ctx.res.once('close', done);
    });
  };
  middleware.ready = handle.ready;
  return middleware;
}

/** The middleware with the options of the environment. */
export const agnt5Koa = createAgnt5Koa();
