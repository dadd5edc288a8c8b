import assert from 'node:assert/strict';
import { register } from 'node:module';
import { test } from 'node:test';

// The file that Workers have in the place of lib/platform.js. The test plays the platform: it says when a request is ended, and how the runtime starts.
const stubs = {
  'cloudflare:workers': 'export const waitUntil = () => {};',
  './worker-engine.js': 'export const start = (host, env) => globalThis.played.start(host, env);',
  './worker-request.js': 'export const WorkerRequest = { run: (waitUntil, work) => globalThis.played.run(work), wakeAll: () => globalThis.played.wakeAll() };',
};
register(`data:text/javascript,${encodeURIComponent(`
  const stubs = ${JSON.stringify(stubs)};
  export const resolve = (name, context, next) => name in stubs ? { url: 'data:text/javascript,' + encodeURIComponent(stubs[name]), shortCircuit: true } : next(name, context);
`)}`);
const { open, serveFetch, startRuntime } = await import('../../../src/Agnt5.JavaScript/npm/lib/worker-platform.js');
const { Endpoint } = await import('../../../src/Agnt5.JavaScript/npm/lib/endpoint.js');

const running = [];
globalThis.played = {
  run: work => {
    const request = { isAlive: true, until: holds => holds() ? Promise.resolve() : new Promise(resolve => { request.look = () => holds() && resolve(); }) };
    running.push(request);
    return work(request);
  },
  wakeAll: () => running.forEach(request => request.look?.()),
};

test('the platform may end the request that starts the runtime: the others are told so', async () => {
  let inRequest = 0;
  globalThis.played.start = () => {
    inRequest = running.length;
    return new Promise(() => {});
  };
  const lines = [], endpoint = new Endpoint({ env: {}, log: (level, category, text) => lines.push(text) }, startRuntime);
  open(endpoint, {});
  await new Promise(setImmediate);
  assert.equal(inRequest, 1, 'ready() starts the runtime as a request, whose timers run');
  const waiting = serveFetch(endpoint, new Request('http://localhost/agnt5/invoke'));
  running[0].isAlive = false;
  globalThis.played.wakeAll();
  assert.equal((await waiting).status, 500);
  assert.equal((await serveFetch(endpoint, new Request('http://localhost/agnt5/invoke'))).status, 500);
  assert.ok(lines.some(line => line.startsWith('PROGRAM_FAILED: The platform ended the request')), lines.join('\n'));
});
