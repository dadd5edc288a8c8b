// Runs move between hosts: node moving.mjs PACKAGE NAME COMMAND…
// The package runs on each engine in this process; each command starts the server of another host on $PORT. The first is compared with all others.
// Each workflow is cut at each boundary: after each step, and by each response that gets lost.
// And each slice runs on another host than the one before: for each host and the two that follow it, and for each host alone.
import { invoke, play } from './platform.mjs';
import { serve, start } from './hosts.mjs';
import { runs } from './runs.mjs';

const [folder, ...others] = process.argv.slice(2);
const hosts = [await serve(folder, 'addon'), await serve(folder, 'wasm')];
for (let at = 0; at < others.length; at += 2) hosts.splice(at === 0 ? 0 : hosts.length, 0, await start(others[at], others[at + 1]));
const problems = [];
let played = 0;
for (const run of runs) {
  const [home] = hosts;
  const expected = await play(run, () => home, {}, (request, text) => compareHosts(run, request, text));
  if (!run.needsBudget) await play(run, () => home, { isTight: true }, (request, text) => compareHosts(run, request, text));
  await Promise.all(hosts.map(first => cutFrom(run, expected, first)));
}
hosts.forEach(host => host.stop());
console.log(`${played} runs, ${problems.length} problems`);
console.log(problems.slice(0, 20).join('\n'));
process.exit(problems.length === 0 && played > 500 ? 0 : 1);

/** Of many hosts not each two: so each host goes on with runs of two others, and hands its own to two others. */
function partnersOf(host) {
  const at = hosts.indexOf(host);
  return [0, 1, 2].map(next => hosts[(at + next) % hosts.length]);
}

/** The runs that a host begins, one after the other. */
async function cutFrom(run, expected, first) {
  for (const second of partnersOf(first))
    for (const isTight of run.needsBudget ? [false] : [false, true]) await cutEverywhere(run, expected, first, second, isTight);
}

async function cutEverywhere(run, expected, first, second, isTight) {
  const name = `${run.workflow}, ${first.name} and ${second.name}, ${isTight ? 'a step at a time' : 'at once'}`;
  const hostOf = slice => slice % 2 === 0 ? first : second;
  try {
    const { slices } = check(name, expected, await play(run, hostOf, { isTight }));
    for (let lost = 0; lost < slices; lost++) check(`${name}, response ${lost} lost`, expected, await play(run, hostOf, { isTight, lost }));
  } catch (error) {
    problems.push(`${name}: ${error.message}`);
  }
}

function check(name, expected, got) {
  played++;
  if (got.outcome !== expected.outcome) problems.push(`${name}: ${expected.outcome} without a move or a cut, and ${got.outcome}`);
  if (got.told !== expected.told) problems.push(`${name}: told ${expected.told} without a move or a cut, and ${got.told}`);
  return got;
}

/** Every host writes the same bytes, but for the time and what a process counts. */
async function compareHosts(run, request, text) {
  for (const host of hosts.slice(1)) {
    const other = await invoke(host, request);
    if (comparable(run, other) !== comparable(run, text)) problems.push(`${run.workflow}: ${host.name} writes ${other}, and ${hosts[0].name} ${text}`);
  }
}

function comparable(run, text) {
  const timeless = text.replace(/\b1[0-9]{12}\b/g, 'TIME');
  return run.counts ? timeless.replace(/"fetch_count":\d+/g, '"fetch_count":N') : timeless;
}
