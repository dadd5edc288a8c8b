// Cloudflare Workers have a file of their own in the place of this one: worker-platform.js.
export { sharedRuntime } from './engines.js';
export { serveFetch } from './fetch-request.js';
