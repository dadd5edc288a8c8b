// An invoke whose input lies in a store, to an endpoint that names no hosts. Prints the answer and the log.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createAgnt5, engine, secret, signed } from './calls.mjs';

const { components: [component] } = JSON.parse(await readFile(`${process.env.AGNT5_TESTED_PACKAGE}/agnt5.manifest.json`, 'utf8'));
const text = JSON.stringify({
  protocol_version: 'workerless.v1',
  run_id: 'run',
  component_type: component.component_type,
  component_name: component.name,
  input_ref: { url: 'https://store.example.com/input', content_type: 'application/json', size_bytes: 2, sha256: createHash('sha256').update('{}').digest('hex') },
});
const agnt5 = createAgnt5({ engine, signingSecret: secret, log: (level, category, line) => console.log(line) });
const response = await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(text), body: text }));
console.log(response.status, (await response.json()).error.code);
