import type { Agnt5Options } from './types.js';

export type { Agnt5HostErrorCode, Agnt5LogLevel, Agnt5Options, Agnt5Request, Agnt5Service, Agnt5Services } from './types.js';
export { Agnt5HostError } from './types.js';

/** A handler for hosts that speak the Fetch API. */
export interface Agnt5Handler {
  /** Answers a request: the protocol's two routes, and 404 for everything else. It does not reject. */
  fetch(request: Request, env?: object, ctx?: object): Promise<Response>;
  /** Starts the endpoint, which else starts at the first request. It rejects with what is wrong. */
  ready(env?: object): Promise<void>;
  /** Whether a URL is one of the protocol's two routes, so that an app in front knows what is its own. */
  isRoute(url: string): boolean;
}

/** Creates a handler. */
export function createAgnt5(options?: Agnt5Options): Agnt5Handler;

/** The handler with the options of the environment. */
export const agnt5: Agnt5Handler;
