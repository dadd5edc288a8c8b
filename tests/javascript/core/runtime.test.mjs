import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';
import { serve } from './calls.mjs';
import { from, open } from './played.mjs';

const { Contexts } = await from('contexts.js'), { fromRaw } = await from('header-lines.js');

test('a service that fails is named, and its reason is the whole one', async () => {
  const { told } = await open({ services: { findPrice: async () => { throw new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }); }, count: () => 7, echo: text => text } });
  for (const name of ['findPrice', 'count', 'echo']) told.host.call(1, 0, 1, name, 'x');
  await new Promise(setImmediate);
  assert.deepEqual(told.failed.sort(), [
    'the function count of services returned number: return a text, such as JSON.stringify makes',
    'the function findPrice of services threw: fetch failed: connect ECONNREFUSED',
  ]);
  assert.deepEqual(told.called, ['x']);
});

test('what is missing in services is missing in C#', async () => {
  const { told } = await open({ services: { key: undefined, other: null, text: 'x', call: () => 'y' } });
  assert.deepEqual(told.settings.services, { text: 'x', call: null });
});

test('an answer that cannot be handed over does not end the process', async t => {
  const { error } = console, lines = [];
  console.error = line => lines.push(line);
  t.after(() => { console.error = error; });
  const { endpoint, told } = await open();
  const shut = { answered() { throw new Error('the response is shut'); }, drained() { throw new Error('the request is shut'); } };
  const request = endpoint.begin({ method: 'GET', path: '/', headerLines: '', context: '', contentLength: -1 }, null, shut);
  told.host.drained(request);
  told.host.answered(request, 200, 0, new Uint8Array(0));
  assert.equal(lines.length, 2);
  assert.match(lines[1], /the response is shut/);
});

test('no two contexts have one number, also when the engine does not take one', () => {
  const engine = { known: {}, setContext(number, text) {
    if (text === 'wrong') throw new Error('no context');
    this.known[number] = text;
  } };
  const contexts = new Contexts(engine);
  const check = text => assert.equal(engine.known[contexts.numberOf(text)], text);
  for (let i = 0; i < 64; i++) check(`k${i}`);
  assert.throws(() => contexts.numberOf('wrong'));
  for (let i = 0; i < 200; i++) check(`k${i % 65}`);
  assert.equal(contexts.numberOf(''), 0);
});

test('a context that is asked for again and again crosses over once', () => {
  let crossed = 0;
  const contexts = new Contexts({ setContext: (number, text) => { crossed += text === 'often' ? 1 : 0; } });
  for (let i = 0; i < 1_000; i++) {
    contexts.numberOf('often');
    contexts.numberOf(`once ${i}`);
  }
  assert.equal(crossed, 1);
});

test('a response that is declared too large is refused before it comes', async t => {
  const port = await serve(t, null, http.createServer((req, res) => {
    res.writeHead(200, { 'content-length': 70 * 1024 * 1024 });
    res.write('x');
  }));
  const { endpoint, told } = await open();
  const failed = new Promise(resolve => { endpoint.engine.fetchFailed = (call, why) => resolve(why); });
  told.host.fetch(0, 1, 'GET', `http://127.0.0.1:${port}/`, '', null, true);
  assert.match(await failed, /larger than 67108864 bytes/);
});

test('a byte that is no UTF-8 spoils the header that it is in, and no other', () => {
  const bytes = text => Buffer.from(text).toString('latin1');
  assert.equal(fromRaw(['X-AGNT5-Run-Id', bytes('zoë'), 'x-agnt5-attempt-id', '\u00e9', 'cookie', '\u00ff']), 'X-AGNT5-Run-Id\nzoë\nx-agnt5-attempt-id\n\u00e9\n');
});
