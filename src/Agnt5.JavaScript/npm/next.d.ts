import type { Agnt5Options } from './index.js';

export { Agnt5HostError } from './index.js';
export type { Agnt5Options } from './index.js';

/** A handler of an app route. */
export type Agnt5Route = (request: Request) => Promise<Response>;

/** Creates the handlers with options of their own. */
export declare function createAgnt5Next(options?: Agnt5Options): { GET: Agnt5Route; POST: Agnt5Route; ready(): Promise<void> };

/** Answers the manifest: `export { GET } from '…/next'` in `app/.well-known/agnt5/route.js`. */
export declare const GET: Agnt5Route;

/** Answers invocations: `export { POST } from '…/next'` in `app/agnt5/invoke/route.js`. */
export declare const POST: Agnt5Route;

/** Starts the endpoint, which else starts at the first request: for `instrumentation.js`. It rejects with what is wrong. */
export declare const ready: () => Promise<void>;
