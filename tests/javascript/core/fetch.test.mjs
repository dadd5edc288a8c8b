import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAgnt5, engine, hello, secret, signed } from './calls.mjs';

const agnt5 = createAgnt5({ engine, signingSecret: secret, log: () => {} });

const request = (body, headers = signed(hello)) => new Request('http://localhost/agnt5/invoke?x=1', { method: 'POST', headers, body, duplex: 'half' });

async function ask(body) {
  const response = await agnt5.fetch(request(body));
  return { status: response.status, json: await response.json() };
}

test('a signed invoke is answered', async () => {
  assert.equal((await ask(hello)).json.output.message, 'hello Ada');
});

test('a body in parts is the same body', async () => {
  const parts = hello.match(/.{1,9}/gs).map(part => new TextEncoder().encode(part));
  const body = new ReadableStream({ pull: controller => parts.length > 0 ? controller.enqueue(parts.shift()) : controller.close() });
  assert.equal((await ask(body)).json.output.message, 'hello Ada');
});

test('a body without an end is refused, and read no further', async () => {
  let pulled = 0;
  const { status } = await ask(new ReadableStream({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  }));
  assert.equal(status, 413);
  assert.ok(pulled < 300, `${pulled} parts were read`);
});

test('a body that breaks off is refused', async () => {
  const { status, json } = await ask(new ReadableStream({ pull: controller => controller.error(new Error('cut')) }));
  assert.equal(status, 400);
  assert.equal(json.error.code, 'WORKERLESS_INVALID_REQUEST');
});

test('a request whose body was read before is a clear error', async () => {
  const read = request(hello);
  await read.text();
  const response = await agnt5.fetch(read);
  assert.equal(response.status, 500);
  assert.match((await response.json()).error.message, /was read before/);
});
