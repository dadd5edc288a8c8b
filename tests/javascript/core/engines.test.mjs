import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createAgnt5, engine, hello, secret, signed } from './calls.mjs';

const lines = [];
const options = { signingSecret: secret, log: (level, category, text) => lines.push(`${level}: ${text}`) };
const request = by => new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello, by), body: hello });

test('handlers that name the engine and handlers that do not share it, and each gets its own answers', async () => {
  const named = createAgnt5({ ...options, engine }), other = createAgnt5(options), again = createAgnt5({ ...options, engine });
  const responses = await Promise.all([named, other, again, other, named].flatMap((agnt5, i) => [agnt5.fetch(request()), agnt5.fetch(request(i % 2 ? secret : 'another-secret-of-the-service'))]));
  assert.deepEqual(responses.map(response => response.status), [200, 401, 200, 200, 200, 401, 200, 200, 200, 401]);
});

test('both engines run in one process', async () => {
  for (const asked of ['addon', 'wasm']) assert.equal((await createAgnt5({ ...options, engine: asked }).fetch(request())).status, 200);
});

test('an addon that does not load is no reason not to run: WebAssembly is taken, with one warning', async t => {
  const tested = process.env.AGNT5_TESTED_PACKAGE, folder = await mkdtemp(path.join(tmpdir(), 'agnt5-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(tested, folder, { recursive: true, filter: source => path.relative(tested, source) !== 'prebuilds' });
  // Copies of one publish share what runs.
  await writeFile(`${folder}/lib/build.js`, "export const build = 'another';");
  const { platform } = await import(pathToFileURL(`${folder}/lib/prebuild.js`).href);
  await mkdir(`${folder}/prebuilds/${platform()}`, { recursive: true });
  await writeFile(`${folder}/prebuilds/${platform()}/agnt5.node`, 'of another platform');
  const own = await import(pathToFileURL(`${folder}/index.js`).href);

  lines.length = 0;
  const [agnt5, other] = [own.createAgnt5(options), own.createAgnt5(options)];
  assert.equal((await agnt5.fetch(request())).status, 200);
  assert.equal((await other.fetch(request())).status, 200);
  assert.equal(lines.filter(line => line.startsWith('warn:') && line.includes('could not be loaded') && line.includes('WebAssembly')).length, 1, lines.join('\n'));
  await assert.rejects(own.createAgnt5({ ...options, engine: 'addon' }).ready(), { code: 'ADDON_FAILED' });
});
