import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { engine, head, hello, secret, serve, signed } from './calls.mjs';
import { from, open } from './played.mjs';

const { serveNode } = await from('node-request.js');
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

test('nothing begins for a caller who left before the handler saw its request', async t => {
  const { endpoint, told } = await open();
  await callLate(t, (req, res) => serveNode(endpoint, req, res));
  for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  assert.equal(told.begun, undefined);
});

test('nor over HTTP/2', async t => {
  const { endpoint, told } = await open();
  const late = new Promise(resolve => {
    const server = http2.createServer((req, res) => res.once('close', () => resolve(serveNode(endpoint, req, res))));
    serve(t, null, server).then(port => {
      const client = http2.connect(`http://127.0.0.1:${port}`);
      t.after(() => client.close());
      const stream = client.request({ ':method': 'POST', ':path': '/agnt5/invoke' });
      stream.on('error', () => {});
      server.once('stream', () => stream.close(http2.constants.NGHTTP2_CANCEL));
    });
  });
  await late;
  for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  assert.equal(told.begun, undefined);
});

test("Koa's middleware ends when its caller left before it began", async t => {
  const middleware = createAgnt5Koa({ engine, signingSecret: secret, log: () => {} });
  await middleware.ready();
  await (await callLate(t, (req, res) => ({ ended: middleware({ req, res }, async () => {}) }))).ended;
});
