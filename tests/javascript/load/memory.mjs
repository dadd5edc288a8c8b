import { readFileSync } from 'node:fs';

/**
 * What an endpoint holds, once it is idle.
 * @param {import('./client.mjs').Client} client
 * @param {number | undefined} pid Its process.
 * @param {number} rest Seconds until it is idle.
 * @returns {Promise<{ heap: number, rss: number | undefined }>} In bytes: the managed heap, and the resident memory of the process with its children.
 */
export async function measure(client, pid, rest) {
  await new Promise(done => setTimeout(done, rest * 1_000));
  const { json } = await client.invoke({ run_id: client.nextRun(), component_type: 'function', component_name: 'memory', input: {} });
  return { heap: json.output.heap, rss: pid && residentOf(pid) };
}

function residentOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    const own = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
    return children.reduce((sum, child) => sum + residentOf(child), own);
  } catch {
    return 0;
  }
}

/**
 * Why memory is not flat.
 * @returns {string[]} Nothing when it is.
 */
export function growth(before, after) {
  const problems = [], mib = bytes => `${(bytes / 1_048_576).toFixed(1)} MiB`;
  // What is cached for good is small, and was there before.
  if (after.heap > before.heap * 1.1 + 2 * 1_048_576) problems.push(`the managed heap grew from ${mib(before.heap)} to ${mib(after.heap)}`);
  if (after.rss > before.rss * 1.15 + 24 * 1_048_576) problems.push(`the resident memory grew from ${mib(before.rss)} to ${mib(after.rss)}`);
  return problems;
}
