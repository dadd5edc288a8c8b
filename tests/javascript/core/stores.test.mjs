import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createAgnt5, engine, invoke, secret, serve, signed } from './calls.mjs';

const input = Buffer.from(JSON.stringify({ name: 'Ada' }));

// An invoke whose input lies in a store.
async function ask(t, stored, headers) {
  const lines = [], asked = [];
  const port = await serve(t, null, http.createServer((req, res) => {
    asked.push(req.headers['accept-encoding']);
    res.writeHead(200, { 'content-length': stored.length, ...headers });
    res.end(stored);
  }));
  const { input: _, ...rest } = JSON.parse(invoke('hello', null));
  const sha256 = createHash('sha256').update(stored).digest('hex');
  const text = JSON.stringify({ ...rest, input_ref: { url: `http://127.0.0.1:${port}/input`, content_type: 'application/json', size_bytes: stored.length, sha256 } });
  const agnt5 = createAgnt5({ engine, signingSecret: secret, log: (level, category, line) => lines.push(line) });
  const response = await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(text), body: text }));
  return { status: response.status, json: await response.json(), asked, log: lines.join('\n') };
}

test('a store is asked for its objects as they are stored', async t => {
  const { status, json, asked } = await ask(t, input);
  assert.equal(status, 200, JSON.stringify(json));
  assert.ok([undefined, 'identity'].includes(asked[0]), asked[0]);
});

// The addon gets the bytes that are stored.
if (engine === 'wasm') test('an object that fetch decoded is refused for that, and not for its hash', async t => {
  const { status, json, log } = await ask(t, gzipSync(input), { 'content-encoding': 'gzip' });
  assert.equal(json.error?.code, 'WORKERLESS_INPUT_REF_FETCH_FAILED', `${status} ${JSON.stringify(json)}\n${log}`);
  assert.match(`${JSON.stringify(json)}\n${log}`, /Content-Encoding: gzip/);
});
