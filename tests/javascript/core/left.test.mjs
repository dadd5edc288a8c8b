import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createAgnt5Node, engine, head, hello, secret, serve, signed } from './calls.mjs';

const { createAgnt5Koa } = await import(pathToFileURL(`${process.env.AGNT5_TESTED_PACKAGE}/koa.js`).href);

/** Serves what calls a handler after its caller has left. */
async function callLate(t, call) {
  const called = new EventEmitter();
  const port = await serve(t, null, http.createServer((req, res) => {
    res.once('close', () => called.emit('late', call(req, res)));
    socket.destroy();
  }));
  const socket = net.connect(port, '127.0.0.1', () => socket.write(head({ ...signed(hello), 'content-length': hello.length }) + hello));
  const [result] = await once(called, 'late');
  return result;
}

test('nothing runs for a caller who left before the handler saw its request', async t => {
  const lines = [], handle = createAgnt5Node({ engine, signingSecret: secret, log: (level, category, text) => lines.push(text), enabled: () => { throw new Error('asked'); } });
  await handle.ready();
  await callLate(t, handle);
  for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  // The engine would log what the switch threw.
  assert.ok(!lines.some(line => line.includes('asked')), lines.join('\n'));
});

test("Koa's middleware ends when its caller left before it began", async t => {
  const middleware = createAgnt5Koa({ engine, signingSecret: secret, log: () => {} });
  await middleware.ready();
  await (await callLate(t, (req, res) => ({ ended: middleware({ req, res }, async () => {}) }))).ended;
});
