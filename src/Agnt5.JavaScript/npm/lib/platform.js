// What differs in Cloudflare Workers, which have a file of their own in the place of this one (#platform in package.json).
export { sharedRuntime } from './engines.js';
export { serveFetch } from './fetch-request.js';
