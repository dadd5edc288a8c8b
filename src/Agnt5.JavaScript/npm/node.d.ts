import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agnt5Options } from './index.js';

export type { Agnt5HostErrorCode, Agnt5LogLevel, Agnt5Options, Agnt5Request, Agnt5Service, Agnt5Services } from './index.js';
export { Agnt5HostError } from './index.js';

/** A handler for node:http, and for what calls handlers in its form, such as Express. */
export interface Agnt5NodeHandler {
  /** Answers a request. With `next`, that is called for everything but the protocol's two routes; without it, the rest gets 404. */
  (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void): void;
  /** Starts the endpoint, which else starts at the first request. It rejects with what is wrong. */
  ready(): Promise<void>;
}

/** Creates a handler. */
export function createAgnt5Node(options?: Agnt5Options): Agnt5NodeHandler;

/** The handler with the options of the environment. */
export const agnt5Node: Agnt5NodeHandler;
