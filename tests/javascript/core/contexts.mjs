// Worker threads that use the addon beside the main thread, and end in the middle of requests. Prints how many requests were answered.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { createAgnt5, hello, secret, signed } from './calls.mjs';

const agnt5 = createAgnt5({ engine: 'addon', signingSecret: secret, log: () => {} });
const ask = async () => Number((await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello }))).status === 200);
let answered = 0;

if (isMainThread) {
  const workers = Array.from({ length: 4 }, () => new Worker(new URL(import.meta.url)));
  const ended = workers.map((worker, i) => new Promise((resolve, reject) => {
    worker.on('message', count => {
      answered += count;
      if (i % 2 === 0) worker.terminate();
    });
    worker.on('exit', resolve).on('error', reject);
  }));
  for (let i = 0; i < 50; i++) {
    const count = await ask();
    answered += count;
  }
  await Promise.all(ended);
  console.log(`answered ${answered}`);
  for (let i = 0; i < 100; i++) ask();
  process.exit(7);
} else {
  for (let i = 0; i < 20; i++) answered += await ask();
  parentPort.postMessage(answered);
  for (let i = 0; i < 50; i++) ask();
  setTimeout(() => process.exit(0), 5);
}
