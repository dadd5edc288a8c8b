import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agnt5HostError, createAgnt5, engine, hello, secret, signed } from './calls.mjs';

const lines = [];

async function ask(options, headers = signed(hello), path = '/agnt5/invoke') {
  const agnt5 = createAgnt5({ engine, log: (level, category, text) => lines.push(text), ...options });
  const response = await agnt5.fetch(new Request(`http://localhost${path}`, { method: 'POST', headers, body: hello }));
  return { status: response.status, code: (await response.json()).error?.code };
}

test('each secret of a list is accepted', async () => {
  assert.equal((await ask({ signingSecret: ['another-secret-of-the-service', secret] })).status, 200);
});

test('secrets and the switch are asked at each request', async () => {
  let on = true, now = secret;
  const options = { signingSecret: async () => now, enabled: () => on };
  assert.equal((await ask(options)).status, 200);
  now = 'another-secret-of-the-service';
  assert.equal((await ask(options)).code, 'WORKERLESS_SIGNATURE_INVALID');
  on = false;
  assert.equal((await ask(options)).code, 'WORKERLESS_DISABLED');
});

test('a function that throws is told of in the log, and its words are no answer', async () => {
  assert.deepEqual(await ask({ signingSecret: () => { throw new Error('the vault is shut'); } }), { status: 500, code: 'WORKERLESS_SIGNATURE_ERROR' });
  assert.equal((await ask({ signingSecret: secret, enabled: () => { throw new Error('no switch'); } })).status, 500);
  assert.ok(lines.some(line => line.includes('the vault is shut')) && lines.some(line => line.includes('no switch')));
});

test('the environment counts at each request', async () => {
  const env = { AGNT5_SERVERLESS_SIGNING_SECRET: secret };
  const agnt5 = createAgnt5({ engine, env, log: () => {} });
  const send = async () => (await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello }))).status;
  assert.equal(await send(), 200);
  env.AGNT5_SERVERLESS_ENABLED = 'off';
  assert.equal(await send(), 503);
  delete env.AGNT5_SERVERLESS_ENABLED;
  env.AGNT5_SERVERLESS_SIGNING_SECRET = 'another-secret-of-the-service';
  assert.equal(await send(), 401);
});

test('a prefix is taken off', async () => {
  assert.equal((await ask({ signingSecret: secret, prefix: '/hooks' }, signed(hello), '/hooks/agnt5/invoke')).status, 200);
  assert.equal((await ask({ signingSecret: secret, prefix: '/hooks' })).status, 404);
});

test('an option that cannot be meant is an error that names it', () => {
  for (const [options, part] of [[{ signingsecret: 'x' }, 'signingsecret'], [{ enabled: 'yes' }, 'enabled'], [{ engine: 'fast' }, 'fast'], [{ prefix: 'hooks/' }, 'prefix'], [{ log: 1 }, 'log']]) {
    assert.throws(() => createAgnt5(options), error => error instanceof Agnt5HostError && error.code === 'OPTIONS_INVALID' && error.message.includes(part));
  }
});
