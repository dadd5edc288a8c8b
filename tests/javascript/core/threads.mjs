// Worker threads that have the addon alone: each serves one request and ends. Node.js closes the addon then, and opens it again. Prints how many requests were answered.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  let answered = 0;
  for (let i = 0; i < 12; i++) {
    const worker = new Worker(new URL(import.meta.url));
    worker.on('message', count => { answered += count; });
    await new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject));
  }
  console.log(`answered ${answered}`);
} else {
  const { createAgnt5, hello, secret, signed } = await import('./calls.mjs');
  const agnt5 = createAgnt5({ engine: 'addon', signingSecret: secret, log: () => {} });
  const response = await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello }));
  parentPort.postMessage(Number(response.status === 200));
}
