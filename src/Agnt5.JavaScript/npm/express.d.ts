export { Agnt5HostError, agnt5Node, agnt5Node as agnt5Express, createAgnt5Node, createAgnt5Node as createAgnt5Express } from './node.js';
export type { Agnt5Options } from './index.js';
