import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agnt5HostError, describe } from '../../../src/Agnt5.JavaScript/npm/lib/errors.js';
import { filesMissing } from '../../../src/Agnt5.JavaScript/npm/lib/files.js';

test('a package for another host says in a Worker what to publish, because nobody can keep it out of the bundle there', t => {
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  t.after(() => navigator ? Object.defineProperty(globalThis, 'navigator', navigator) : delete globalThis.navigator);
  const cause = new Error('no address');
  assert.match(filesMissing('wasm', cause).message, /keep the package out of the bundle/);
  Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Cloudflare-Workers' }, configurable: true });
  assert.match(filesMissing('wasm', cause).message, /-p:Agnt5Host=workers/);
});

test('a line of the log says once what happened, and then where', () => {
  const cause = new Error('an option is wrong');
  const line = describe(new Agnt5HostError('ENDPOINT_INVALID', cause.message, cause));
  assert.equal(line.split(cause.message).length, 2);
  assert.match(line, /^ENDPOINT_INVALID: an option is wrong\n +at .*log\.test\.mjs/);
});
