import { cannotStart, failureResponse } from './lib/answers.js';
import { Agnt5HostError, describe } from './lib/errors.js';
import { safeLog } from './lib/log.js';
import { loadBesideBundle } from './lib/next-package.js';
import { checkOptions } from './lib/options.js';

export { Agnt5HostError };

if (process.env.NEXT_RUNTIME === 'edge') {
  throw new Agnt5HostError('EDGE_RUNTIME', "Components in C# do not run on the edge runtime of Next.js, which loads neither files nor native code. "
    + "Remove export const runtime = 'edge' from the route: the runtime is nodejs then.");
}

/**
 * Creates the handlers of the two routes, for `app/.well-known/agnt5/route.js` and `app/agnt5/invoke/route.js`.
 * @param {object} [options]
 * @returns {{ GET: (request: Request) => Promise<Response>, POST: (request: Request) => Promise<Response>, ready: () => Promise<void> }}
 */
export function createAgnt5Next(options) {
  const log = safeLog(checkOptions(options).log);
  let loading;
  const load = () => loading ??= loadBesideBundle().then(({ createAgnt5 }) => createAgnt5(options)).catch(error => {
    // The next request tries again.
    loading = undefined;
    throw error;
  });
  const answer = async request => {
    try {
      return await (await load()).fetch(request);
    } catch (error) {
      log('error', 'agnt5', describe(error));
      return failureResponse(cannotStart);
    }
  };
  return { GET: answer, POST: answer, ready: async () => (await load()).ready() };
}

/** The handlers with the options of the environment. */
export const { GET, POST, ready } = createAgnt5Next();
