import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { engine, hello, secret, signed } from './calls.mjs';

const tested = process.env.AGNT5_TESTED_PACKAGE;
const from = file => import(pathToFileURL(`${tested}/${file}`).href);
const [{ createAgnt5Koa }, { createAgnt5Fastify }, { createAgnt5Hono }, { createAgnt5Next }] = await Promise.all(['koa.js', 'fastify.js', 'hono.js', 'next.js'].map(from));
const options = { engine, log: () => {} };
const request = () => new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello });

test('each handler can start before its first request, and says what is wrong then', async () => {
  const wrong = { ...options, services: () => 7 };
  const app = { prefix: '', addHook() {}, all() {} };
  const made = [createAgnt5Koa, createAgnt5Hono, createAgnt5Next, own => {
    const plugin = createAgnt5Fastify(own);
    plugin(app);
    return plugin;
  }];
  for (const create of made) {
    await create(options).ready();
    await assert.rejects(create(wrong).ready(), { code: 'OPTIONS_INVALID' });
  }
  await assert.rejects(createAgnt5Fastify(options).ready(), /not registered yet/);
});

test('a binding of a Worker may be named incoming', async () => {
  const c = { req: { raw: request() }, env: { incoming: { send() {} }, AGNT5_SERVERLESS_SIGNING_SECRET: secret } };
  assert.equal((await createAgnt5Hono(options)(c)).status, 200);
});

test('a route of Next.js whose package does not load answers in the words of the protocol, and tries again', async t => {
  const folder = await mkdtemp(path.join(tmpdir(), 'agnt5-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(`${tested}/lib`, `${folder}/lib`, { recursive: true });
  await cp(`${tested}/next.js`, `${folder}/next.js`);
  await writeFile(`${folder}/package.json`, '{ "type": "module" }');
  const lines = [], { createAgnt5Next } = await import(pathToFileURL(`${folder}/next.js`).href);
  const { POST } = createAgnt5Next({ log: (level, category, text) => lines.push(text) });
  const response = await POST(request());
  assert.equal(response.status, 500);
  assert.equal((await response.json()).error.code, 'WORKERLESS_HANDLER_ERROR');
  assert.match(lines[0], /index\.js/);
  await writeFile(`${folder}/index.js`, "export const createAgnt5 = () => ({ fetch: async () => new Response('answered') });");
  assert.equal(await (await POST(request())).text(), 'answered');
});
