import type { Agnt5Options } from './index.js';

export { Agnt5HostError } from './index.js';
export type { Agnt5Options } from './index.js';

/** A plugin: `app.register(agnt5Fastify)`, or with options: `app.register(agnt5Fastify, { prefix: '/hooks', serviceName: 'orders' })`. */
export interface Agnt5Fastify {
  (app: { readonly prefix: string }, options?: Agnt5Options): Promise<void>;
  /** Starts the endpoint, which else starts at the first request: after `await app.ready()`. It rejects with what is wrong. */
  ready(): Promise<void>;
}

/** Creates a plugin with options of its own. */
export declare function createAgnt5Fastify(options?: Omit<Agnt5Options, 'prefix'>): Agnt5Fastify;

/** The plugin with the options of the environment. */
export declare const agnt5Fastify: Agnt5Fastify;
