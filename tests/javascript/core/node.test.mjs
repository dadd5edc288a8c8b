import assert from 'node:assert/strict';
import http2 from 'node:http2';
import { test } from 'node:test';
import { createAgnt5Node, engine, exchange, head, hello, invoke, post, secret, serve, signed, statuses } from './calls.mjs';

const lines = [];
const log = (level, category, text) => lines.push(text);
const handle = createAgnt5Node({ engine, signingSecret: secret, log });
const last = { connection: 'close' };

test('a signed invoke is answered', async t => {
  const { status, json } = await post(await serve(t, handle));
  assert.equal(status, 200);
  assert.equal(json.output.message, 'hello Ada');
});

test('signatures count over bodies of every length, and with long secrets', async t => {
  const long = 'a-secret-that-fills-more-than-a-block-of-its-hash-'.repeat(3);
  const ports = [[await serve(t, handle), secret], [await serve(t, createAgnt5Node({ engine, signingSecret: long, log })), long]];
  const names = Array.from({ length: 130 }, (_, length) => 'a'.repeat(length + 1));
  for (const [port, by] of ports) {
    const answers = await Promise.all(names.map(name => {
      const text = invoke('hello', { name });
      return post(port, { text, headers: signed(text, by) });
    }));
    assert.deepEqual(answers.map(({ json }) => json.output?.message), names.map(name => `hello ${name}`));
  }
});

test('an answer that is not ASCII is whole', async t => {
  const text = invoke('hello', { name: 'Zoë 🌍' });
  assert.equal((await post(await serve(t, handle), { text, headers: signed(text) })).json.output.message, 'hello Zoë 🌍');
});

test('a target in absolute form is the path in it', async t => {
  const port = await serve(t, handle);
  assert.deepEqual(statuses(await exchange(port, head({ ...signed(hello), 'content-length': hello.length, ...last }, 'http://example.com/agnt5/invoke?x=1') + hello)), ['200']);
});

test('a body in parts is the same body', async t => {
  const port = await serve(t, handle);
  const received = await exchange(port, head({ ...signed(hello), 'transfer-encoding': 'chunked', ...last }), async socket => {
    for (const part of hello.match(/.{1,9}/gs)) {
      socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
      await new Promise(setImmediate);
    }
    socket.write('0\r\n\r\n');
  });
  assert.deepEqual(statuses(received), ['200']);
});

test('a body that is declared too large is refused before it comes, and its connection ends', async t => {
  const received = await exchange(await serve(t, handle), head({ ...signed(hello), 'content-length': 9 * 1024 * 1024 }));
  assert.deepEqual(statuses(received), ['413']);
  assert.match(received, /connection: close/i);
});

test('a connection goes on behind a refused body that is there', async t => {
  const received = await exchange(await serve(t, handle), head({ 'content-length': 10 }) + '0123456789' + head({ ...signed(hello), 'content-length': hello.length, ...last }) + hello);
  assert.deepEqual(statuses(received), ['401', '200']);
});

test('a connection ends behind a refused body that does not come', async t => {
  assert.deepEqual(statuses(await exchange(await serve(t, handle), head({ 'content-length': 10 }) + 'x')), ['401']);
});

test('a caller that leaves within its body is told of in the log', async t => {
  const told = [], env = { ...process.env, Logging__LogLevel__Default: 'Debug' };
  const handle = createAgnt5Node({ engine, env, signingSecret: secret, log: (level, category, text) => told.push(text) });
  await handle.ready();
  let begun;
  const hasBegun = new Promise(resolve => { begun = resolve; });
  const port = await serve(t, (req, res) => {
    handle(req, res);
    setImmediate(() => setImmediate(begun));
  });
  await exchange(port, head({ ...signed(hello), 'content-length': 500 }) + 'x', async socket => {
    await hasBegun;
    socket.destroy();
  });
  while (!told.some(line => /caller left|WORKERLESS_INVALID_REQUEST/.test(line))) {
    t.signal.throwIfAborted();
    await new Promise(setImmediate);
  }
});

test('a body parser that ran before is a clear error, told once', async t => {
  const port = await serve(t, (req, res) => {
    const parts = [];
    req.on('data', part => parts.push(part)).on('end', () => {
      req.body = JSON.parse(Buffer.concat(parts));
      handle(req, res);
    });
  });
  for (let i = 0; i < 2; i++) {
    const { status, json } = await post(port);
    assert.equal(status, 500);
    assert.match(json.error.message, /was read before/);
  }
  assert.equal(lines.filter(line => line.startsWith('BODY_TAKEN')).length, 1);
});

test('raw bytes that something else read are the body', async t => {
  const port = await serve(t, (req, res) => {
    const parts = [];
    req.on('data', part => parts.push(part)).on('end', () => {
      req.body = Buffer.concat(parts);
      handle(req, res);
    });
  });
  assert.equal((await post(port)).status, 200);
});

test('what is no route goes on to next, and is not found without it', async t => {
  const port = await serve(t, (req, res) => handle(req, res, () => res.end('next')));
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/other`)).text(), 'next');
  assert.equal((await fetch(`http://127.0.0.1:${await serve(t, handle)}/other`)).status, 404);
});

test('a stream of HTTP/2 is answered, also when its body is refused before its end', async t => {
  const client = http2.connect(`http://127.0.0.1:${await serve(t, handle, http2.createServer(handle))}`);
  t.after(() => client.close());
  const send = (headers, body, ends) => new Promise(resolve => {
    const stream = client.request({ ':method': 'POST', ':path': '/agnt5/invoke', ...headers });
    let status;
    stream.on('response', response => { status = response[':status']; }).on('error', () => {}).on('close', () => resolve(status)).resume();
    stream.write(body);
    if (ends) stream.end();
  });
  assert.equal(await send(signed(hello), hello, true), 200);
  assert.equal(await send({}, 'x'.repeat(1000), false), 401);
});
