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

test('an option that is undefined was not given', async () => {
  assert.equal((await ask({ signingSecret: secret, prefix: undefined, enabled: undefined, services: undefined })).status, 200);
});

test('an option that cannot be meant is an error that names it', () => {
  const wrong = [
    [{ signingsecret: 'x' }, 'signingsecret'], [{ enabled: 'yes' }, 'enabled'], [{ engine: 'fast' }, 'fast'], [{ prefix: 'hooks/' }, 'prefix'], [{ log: 1 }, 'log'], [null, 'null'], ['x', 'a text'],
    [{ toString: 'x' }, 'toString'], [{ constructor: 'x' }, 'constructor'], [{ signingSecret: [secret, undefined] }, 'signingSecret'], [{ services: { count: 7 } }, 'count'],
    [{ services: new (class Prices { find() {} })() }, 'Prices'],
  ];
  for (const [options, part] of wrong) {
    assert.throws(() => createAgnt5(options), error => error instanceof Agnt5HostError && error.code === 'OPTIONS_INVALID' && error.message.includes(part), part);
  }
});

test('services that cannot be meant are told of in the log, and those that are missing are left out', async () => {
  for (const services of [() => ({ count: 7 }), async () => ({}), () => 'x']) assert.equal((await ask({ signingSecret: secret, services })).status, 500);
  assert.ok(lines.some(line => line.includes('OPTIONS_INVALID') && line.includes('count')), lines.join('\n'));
  assert.equal((await ask({ signingSecret: secret, services: { key: undefined, other: null } })).status, 200);
});

test('a log that throws does not end the process, and its lines go to the console', async t => {
  const { error, warn } = console, told = [];
  console.error = console.warn = text => told.push(text);
  t.after(() => Object.assign(console, { error, warn }));
  for (const log of [() => { throw new Error('the disk is full'); }, async () => { throw new Error('the disk is full'); }]) {
    told.length = 0;
    assert.equal((await ask({ log, signingSecret: () => { throw new Error('the vault is shut'); } })).status, 500);
    while (!told.some(line => line.includes('the vault is shut'))) await new Promise(setImmediate);
    assert.equal(told.filter(line => line.includes('the disk is full')).length, 1);
  }
});
