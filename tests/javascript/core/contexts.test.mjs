import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAgnt5, createAgnt5Node, engine, exchange, head, hello, post, secret, serve, signed } from './calls.mjs';

// Each tenant has a secret of its own, and one of them is switched off.
const secretOf = tenant => `the-secret-of-the-tenant-${tenant}`;
const options = {
  engine,
  log: () => {},
  signingSecret: ({ headers }) => secretOf(headers.get('x-tenant')),
  enabled: ({ headers }) => headers.get('x-tenant') !== 'off',
};
const requestOf = (tenant, body = hello, by = tenant) =>
  new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: { ...signed(hello, secretOf(by)), 'x-tenant': tenant, 'content-length': String(hello.length) }, body, duplex: 'half' });

// The body comes when the test says so.
function slowBody() {
  let come;
  const body = new ReadableStream({
    start: controller => {
      come = () => {
        controller.enqueue(new TextEncoder().encode(hello));
        controller.close();
      };
    },
  });
  return [body, come];
}

test('a request is judged by its own secret and switch, however many others come while its body does', async () => {
  const agnt5 = createAgnt5(options);
  const cases = [['a', 'a', 200], ['a', 'b0', 401], ['off', 'off', 503]].map(([tenant, by, status]) => {
    const [body, come] = slowBody();
    return { status, come, response: agnt5.fetch(requestOf(tenant, body, by)) };
  });
  for (let i = 0; i < 80; i++) assert.equal((await agnt5.fetch(requestOf(`b${i}`))).status, 200);
  for (const { come } of cases) come();
  for (const { response, status } of cases) assert.equal((await response).status, status);
});

test('over node:http as well', async t => {
  const handle = createAgnt5Node(options), port = await serve(t, handle);
  await handle.ready();
  const headers = { ...signed(hello, secretOf('b0')), 'x-tenant': 'a', 'content-length': hello.length, connection: 'close' };
  const received = await exchange(port, head(headers), async socket => {
    for (let i = 0; i < 80; i++) await post(port, { headers: { ...signed(hello, secretOf(`b${i}`)), 'x-tenant': `b${i}` } });
    socket.write(hello);
  });
  assert.match(received, /HTTP\/1\.1 401/);
});

test('what is no text or no switch is no secret and no switch, and the log says so', async () => {
  const lines = [];
  const ask = async own => {
    const agnt5 = createAgnt5({ engine, signingSecret: secret, log: (level, category, text) => lines.push(text), ...own });
    return (await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello }))).status;
  };
  for (const value of ['false', '0', 'off', 'true', undefined, null, 0, 1]) assert.equal(await ask({ enabled: () => value }), 500, String(value));
  assert.ok(lines.some(line => line.includes("enabled returned a text ('false'): return true or false")), lines.join('\n'));
  for (const value of [7, Buffer.from(secret), [secret, undefined], {}]) assert.equal(await ask({ signingSecret: () => value }), 500);
  assert.ok(lines.some(line => line.includes('signingSecret returned an object: return a text or a list of texts')), lines.join('\n'));
  assert.ok(!lines.some(line => line.includes(secret)));
  for (const value of [undefined, null, '', [], ['']]) assert.notEqual(await ask({ signingSecret: () => value }), 200);
});

test('a secret that no engine can take is an answer, and does not end the process', async t => {
  const own = { engine, signingSecret: () => `${secret}\ud800`, log: () => {} };
  const agnt5 = createAgnt5(own), port = await serve(t, createAgnt5Node(own));
  const request = () => new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello });
  assert.equal((await agnt5.fetch(request())).status, 500);
  assert.equal((await post(port)).status, 500);
  // Nor what is handed in as an environment and is none.
  assert.equal((await createAgnt5({ ...own, signingSecret: secret }).fetch(request(), 'production')).status, 200);
});
