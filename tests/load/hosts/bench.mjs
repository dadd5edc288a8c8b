// Measures one app in several hosts, side by side with a plain JavaScript handler. ../README.md says how to read the table.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { firstAnswer, load, sign } from './invoke.mjs';
import { Server } from './processes.mjs';

const { values: options } = parseArgs({
  options: {
    node: { type: 'string' }, web: { type: 'string' }, deno: { type: 'string', default: 'deno' }, server: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '4' }, 'warm-up': { type: 'string', default: '20000' },
  },
});
const here = name => fileURLToPath(new URL(name, import.meta.url));
const servers = [{ name: 'plain JavaScript, Node', command: port => ['node', here('plain.mjs'), port] }];
if (options.node) {
  servers.push({ name: 'addon, Node', command: port => ['node', here('node.mjs'), options.node, 'addon', port] });
  servers.push({ name: 'wasm, Node', command: port => ['node', here('node.mjs'), options.node, 'wasm', port] });
}
if (options.web) servers.push({ name: 'wasm, Deno', command: port => [options.deno, 'run', '-A', '--no-lock', here('deno.mjs'), options.web, port] });
for (const given of options.server) {
  const [name, command] = given.split(/=(.*)/s);
  servers.push({ name, command: port => command.replaceAll('{port}', port).split(' ') });
}

const figures = new Map(servers.map(server => [server.name, []]));
for (let round = 1; round <= Number(options.rounds); round++) {
  for (const [index, server] of servers.entries()) {
    figures.get(server.name).push(await measure(server, 21000 + index));
    console.error(`round ${round}: ${server.name} ${JSON.stringify(figures.get(server.name).at(-1))}`);
  }
}
printTable();

async function measure({ name, command }, port) {
  sign();
  const server = new Server(command(String(port)));
  try {
    await firstAnswer(port, server);
    const bootCpuMs = server.cpuMs;
    // So many requests, and not so many seconds: compilers count calls, and another load on the machine must not leave a server cold.
    for (let sent = 0; sent < Number(options['warm-up']);) sent += Math.max(load(port, 2).requests, 1000);
    const before = server.cpuMs;
    const loaded = load(port, Number(options.seconds));
    if (loaded.failed > 0) throw new Error(`${loaded.failed} of ${loaded.requests} requests failed`);
    return { cpuUs: (server.cpuMs - before) / loaded.requests * 1000, ...loaded, residentMb: server.residentMb, bootCpuMs };
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  } finally {
    await server.end();
  }
}

function printTable() {
  const plain = figures.get(servers[0].name);
  console.log('| Host | CPU us/request | of plain | requests/s | p50 ms | p99 ms | p99 of plain | RSS MB | CPU ms to first answer |\n|---|---|---|---|---|---|---|---|---|');
  for (const [name, rounds] of figures) {
    const of = (key, digits) => median(rounds.map(round => round[key])).toFixed(digits);
    const ratio = key => median(rounds.map((round, index) => round[key] / plain[index][key])).toFixed(2);
    const cells = [of('cpuUs', 1), ratio('cpuUs'), of('perSecond', 0), of('p50Ms', 1), of('p99Ms', 1), ratio('p99Ms'), of('residentMb', 0), of('bootCpuMs', 0)];
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  }
  console.log(`\nMedians of ${options.rounds} rounds. Load of the machine at the end: ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}.`);
}

function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
}
