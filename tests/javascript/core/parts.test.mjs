import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { createAgnt5Node, engine, invoke, secret, signed } from './calls.mjs';

const handle = createAgnt5Node({ engine, signingSecret: secret, log: () => {} });

// What node:http makes of a request, but its parts come when the test says so.
function request(text) {
  const headers = { ...signed(text), 'content-length': String(Buffer.byteLength(text)) };
  return Object.assign(new Readable({ read() {} }), {
    method: 'POST', url: '/agnt5/invoke', httpVersionMajor: 1, complete: false, headers, rawHeaders: Object.entries(headers).flat(),
  });
}

function response() {
  const parts = [];
  const answer = {};
  const writable = new Writable({
    write(part, encoding, done) {
      parts.push(part);
      done();
    },
  });
  answer.text = new Promise(done => writable.on('finish', () => done(Buffer.concat(parts).toString())));
  writable.writeHead = status => { answer.status = status; };
  return [writable, answer];
}

test('more of a body than the engine takes at once may be there before it asks for a pause', async () => {
  await handle.ready();
  const text = invoke('hello', { name: 'x'.repeat(2_000_000) }), body = Buffer.from(text);
  const req = request(text), [res, answer] = response();
  for (let at = 0; at < body.length; at += 65_536) req.push(body.subarray(at, at + 65_536));
  handle(req, res);
  setTimeout(() => {
    req.complete = true;
    req.push(null);
  }, 50);
  assert.equal(JSON.parse(await answer.text).output.message.length, 2_000_006);
  assert.equal(answer.status, 200);
});
