import { Agnt5HostError } from './lib/errors.js';
import { checkOptions } from './lib/options.js';
import { loadBesideBundle } from './lib/next-package.js';

export { Agnt5HostError };

if (process.env.NEXT_RUNTIME === 'edge') {
  throw new Agnt5HostError('EDGE_RUNTIME', "Components in C# do not run on the edge runtime of Next.js, which loads neither files nor native code. "
    + "Remove export const runtime = 'edge' from the route: the runtime is nodejs then.");
}

/**
 * Creates the handlers of the two routes, for `app/.well-known/agnt5/route.js` and `app/agnt5/invoke/route.js`.
 * @param {object} [options]
 * @returns {{ GET: (request: Request) => Promise<Response>, POST: (request: Request) => Promise<Response> }}
 */
export function createAgnt5Next(options) {
  checkOptions(options);
  let opening;
  const open = async () => (await loadBesideBundle()).createAgnt5(options);
  const answer = async request => (await (opening ??= open())).fetch(request);
  return { GET: answer, POST: answer };
}

/** The handlers with the options of the environment. */
export const { GET, POST } = createAgnt5Next();
