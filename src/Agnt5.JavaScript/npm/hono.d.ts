import type { Agnt5Options } from './index.js';

export { Agnt5HostError } from './index.js';
export type { Agnt5Options } from './index.js';

/** A handler, and a middleware too: `app.use(agnt5Hono)`. What is not one of the protocol's routes goes on to the app. */
export interface Agnt5Hono {
  (c: { readonly req: { readonly raw: Request }; readonly env?: any }, next?: () => Promise<void>): Promise<Response | void>;
  /** Starts the endpoint, which else starts at the first request. It rejects with what is wrong. */
  ready(env?: object): Promise<void>;
}

/** Creates a handler with options of its own. */
export declare function createAgnt5Hono(options?: Agnt5Options): Agnt5Hono;

/** The handler with the options of the environment: of the process, or of the Worker's bindings. */
export declare const agnt5Hono: Agnt5Hono;
