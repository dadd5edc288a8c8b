// Sends requests as no client makes them, and checks the answers: web servers, adapters and engines read HTTP one behind the other, and none of them may fail or let a request pass as another.
// usage: node odd.mjs "your-server --port {port}" [--case NAME] [--except NAME,…] [--show]
//        The server has the components of tests/conformance. With --show each answer is printed.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { start } from './load/server.mjs';
import { cases } from './odd/cases.mjs';
import { exchange, invoke, secret } from './odd/wire.mjs';

const { values, positionals: [command] } = parseArgs({ allowPositionals: true, options: { case: { type: 'string' }, show: { type: 'boolean' }, except: { type: 'string', default: '' } } });
const server = await start(command, secret);
const port = Number(new URL(server.base).port), except = values.except.split(',');
const problems = [];

for (const [name, { parts, answers, count }] of Object.entries(cases)) {
  if (values.case ? name !== values.case : except.includes(name)) continue;
  const answer = await exchange(port, parts(), count);
  if (values.show) console.log(`${name}: ${answer.slice(0, 100)}`);
  if (!answers.includes(answer)) problems.push(`${name} was answered with ${answer.slice(0, 100)}, not with ${answers.map(text => text.slice(0, 100)).join(' or ')}`);
  const then = await exchange(port, [invoke()]);
  if (then !== '200 hello Ada') {
    problems.push(`${name}: the next request was answered with ${then}`);
    break;
  }
}

// Signed once: to sign each would keep this process from reading for seconds.
const largest = cases.largest_body.parts();
const large = await Promise.all(Array.from({ length: 24 }, () => exchange(port, largest, 1, 120_000)));
for (const answer of large) if (!cases.largest_body.answers.includes(answer) && answer !== '503 WORKERLESS_BUSY') problems.push(`one of 24 large bodies at once was answered with ${answer.slice(0, 100)}`);

console.log(problems.length === 0 ? 'all answers are right' : `${problems.join('\n')}\nThe server's log is ${server.log}.`);
process.exitCode = problems.length === 0 ? 0 : 1;
server.stop({ keepsLog: problems.length > 0 });
