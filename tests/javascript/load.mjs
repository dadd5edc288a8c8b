// Sends mixed requests to an endpoint with the components of tests/load/Agnt5.JavaScriptLoad, and checks every answer, that the endpoint comes to rest, and that its memory stays flat.
// usage: node load.mjs "your-server --port {port}" [--requests 5000] [--connections 24] [--seed N] [--rest 1]
//        node load.mjs http://127.0.0.1:8787 [--pid N] …      a server that runs already, with the signing secret load-secret
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Client, secret } from './load/client.mjs';
import { conversations } from './load/conversations.mjs';
import { growth, measure } from './load/memory.mjs';
import { randomOf } from './load/random.mjs';
import { start } from './load/server.mjs';
import { Service } from './load/service.mjs';

const { values, positionals: [target] } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '24' },
    pid: { type: 'string' },
    // Seconds until a host is idle: where runs go on without their callers, those must have ended.
    rest: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const requests = Number(values.requests), connections = Number(values.connections), random = randomOf(Number(values.seed));
const server = target.startsWith('http') ? { base: target, pid: Number(values.pid), stop() {} } : await start(target, secret);
const service = await new Service(random).start();
const client = new Client(server.base, connections);
const kinds = Object.entries(conversations(client, service, random));
const counts = {}, problems = new Map();
let sent = 0, turn = 0;

/** Sends so many requests, all connections at once. */
async function send(count) {
  const end = sent + count;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (sent < end) {
      const [name, converse] = kinds[turn++ % kinds.length];
      sent++;
      try {
        const more = await converse() - 1;
        sent += more;
        counts[name] = (counts[name] ?? 0) + more + 1;
      } catch (error) {
        const problem = `${name}: ${error.message.split('\n')[0]}`;
        problems.set(problem, (problems.get(problem) ?? 0) + 1);
      }
    }
  }));
}

/** Large bodies and answers on all connections at once: memory that is kept for them is as much as it will ever be. */
async function warmUp() {
  const large = kinds.filter(([name]) => name.startsWith('large_'));
  for (let round = 0; round < 3; round++)
    for (const [, converse] of large) await Promise.all(Array.from({ length: connections }, () => converse()));
}

const started = performance.now();
await warmUp();
await send(requests / 3);
const before = await measure(client, server.pid, Number(values.rest));
await send(requests * 2 / 3);
const after = await measure(client, server.pid, Number(values.rest));
const seconds = (performance.now() - started) / 1000;
for (const problem of growth(before, after)) problems.set(problem, 1);
if (service.open > 0) problems.set('requests of components are still open, whose callers left long ago', service.open);

console.log(`${sent} requests in ${seconds.toFixed(1)} s, seed ${values.seed}:`, JSON.stringify(counts));
for (const [when, { heap, rss }] of [['after a third', before], ['at the end', after]])
  console.log(`${when}: managed heap ${(heap / 1048576).toFixed(1)} MiB, resident ${(rss / 1048576).toFixed(1)} MiB`);
for (const [problem, count] of problems) console.log(`${count} times: ${problem}`);
if (problems.size > 0 && server.log) console.log(`The server's log is ${server.log}.`);
process.exitCode = problems.size > 0 ? 1 : 0;
client.close();
service.stop();
server.stop({ keepsLog: problems.size > 0 });
