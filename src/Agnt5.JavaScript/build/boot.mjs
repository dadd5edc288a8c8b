// node boot.mjs FOLDER NAME=ENGINE...: boots each engine of an npm package in a process of its own, and prints what processor time that took: "wasm boot 640 ms processor".
import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const patience = 20_000;
const [folder, ...engines] = process.argv.slice(2);

if (process.send) await boot(engines[0]);
else for (const engine of engines) console.log(await measure(...engine.split('=')));

async function boot(engine) {
  const before = process.cpuUsage();
  const { createAgnt5 } = await import(pathToFileURL(path.join(folder, 'index.js')).href);
  await createAgnt5({ engine, log: () => {} }).ready({ AGNT5_SERVERLESS_SIGNING_SECRET: 'a-secret-that-only-this-boot-knows-0123456789' });
  const { user, system } = process.cpuUsage(before);
  process.send(Math.round((user + system) / 1000), () => process.exit(0));
}

function measure(name, engine) {
  return new Promise(resolve => {
    let spent;
    const stop = message => resolve(`${name} ${message}`);
    const child = fork(fileURLToPath(import.meta.url), [folder, engine], { silent: true });
    let said = '';
    child.stderr.on('data', text => { said += text; });
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('message', milliseconds => { spent = milliseconds; });
    child.on('close', (_, signal) => {
      clearTimeout(late);
      if (spent !== undefined) stop(`boot ${spent} ms processor`);
      else stop(`boot not measured: ${signal ? 'it took too long' : said.split('\n').find(line => /Error/.test(line))?.trim() ?? 'node said nothing'}`);
    });
  });
}
