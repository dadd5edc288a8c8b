/** Express calls a handler as node:http does, with `next` behind it: what is not one of the protocol's routes goes on to the app. */
export { Agnt5HostError, agnt5Node, agnt5Node as agnt5Express, createAgnt5Node, createAgnt5Node as createAgnt5Express } from './node.js';
