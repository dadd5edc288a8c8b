import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { withAgnt5 } = await import(pathToFileURL(`${process.env.AGNT5_TESTED_PACKAGE}/next-config.js`).href);

test('a root that is relative to the app, or too small, becomes one with the package in it', async t => {
  const app = await mkdtemp(path.join(tmpdir(), 'agnt5-'));
  t.after(() => rm(app, { recursive: true }));
  await mkdir(path.join(app, 'node_modules', 'next'), { recursive: true });
  await writeFile(path.join(app, 'node_modules', 'next', 'package.json'), '{}');
  await writeFile(path.join(app, 'package.json'), '{}');
  process.env.AGNT5_APP_FOLDER = app;
  for (const root of ['.', '..', undefined, app]) {
    const { outputFileTracingRoot } = withAgnt5({ outputFileTracingRoot: root });
    assert.ok(!path.relative(outputFileTracingRoot, process.env.AGNT5_TESTED_PACKAGE).startsWith('..'), outputFileTracingRoot);
    assert.ok(path.isAbsolute(outputFileTracingRoot));
  }
  const config = withAgnt5(async () => ({ reactStrictMode: true }));
  assert.equal((await config()).reactStrictMode, true);
});
