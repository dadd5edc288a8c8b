// Runs move between hosts: node moving.mjs PACKAGE COMMAND OF A WEB SERVER…
// Each workflow is cut at each boundary: after each step, and by each response that gets lost; and each slice runs on another host than the one before, for each two hosts.
import { invoke, play } from './platform.mjs';
import { serve, start } from './hosts.mjs';
import { runs } from './runs.mjs';

const [folder, ...command] = process.argv.slice(2);
const hosts = [await start('Kestrel', command), await serve(folder, 'addon'), await serve(folder, 'wasm')];
const problems = [];
let played = 0;
for (const run of runs) {
  const [home] = hosts;
  const expected = await play(run, () => home, {}, (request, text) => compareHosts(run, request, text));
  if (!run.needsBudget) await play(run, () => home, { isTight: true }, (request, text) => compareHosts(run, request, text));
  for (const first of hosts)
    for (const second of hosts)
      for (const isTight of run.needsBudget ? [false] : [false, true]) await cutEverywhere(run, expected, first, second, isTight);
}
hosts.forEach(host => host.stop());
console.log(`${played} runs, ${problems.length} problems`);
console.log(problems.slice(0, 20).join('\n'));
process.exit(problems.length === 0 && played > 500 ? 0 : 1);

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
