// Answers invoke bodies, one a line, with response bodies, one a line. The manifest comes first.
// usage: node converse.mjs --package FOLDER [--engine addon|wasm]
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { load, options } from './hosts/arguments.mjs';

const { createAgnt5 } = await load('.');
const { fetch } = createAgnt5(options);
const answerTo = async (path, init) => console.log(await (await fetch(new Request(`http://127.0.0.1${path}`, init))).text());

await answerTo('/.well-known/agnt5');
for (const body of (await text(process.stdin)).split('\n').filter(Boolean)) {
  await answerTo('/agnt5/invoke', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}
