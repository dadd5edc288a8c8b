import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agnt5Options } from './index.js';

export { Agnt5HostError } from './index.js';
export type { Agnt5Options } from './index.js';

/** A middleware: `app.use(agnt5Koa)`. What is not one of the protocol's routes goes on to the app. */
export interface Agnt5Koa {
  (ctx: { req: IncomingMessage; res: ServerResponse; respond?: boolean }, next: () => Promise<unknown>): Promise<unknown>;
  /** Starts the endpoint, which else starts at the first request. It rejects with what is wrong. */
  ready(): Promise<void>;
}

/** Creates a middleware with options of its own. Put it in front of body parsers: a signature covers the raw bytes. */
export declare function createAgnt5Koa(options?: Agnt5Options): Agnt5Koa;

/** The middleware with the options of the environment. */
export declare const agnt5Koa: Agnt5Koa;
