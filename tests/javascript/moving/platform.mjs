// Plays AGNT5 for one run: invokes, keeps the checkpoint, gives what the run waits for, and invokes again until there is an outcome.
import { createHmac } from 'node:crypto';

export const secret = 'conformance-secret';
const mostSlices = 40;
// A deadline that has passed: each slice does one step.
const spent = { deadline_ms: 1 };

/** Sends an invoke to a host. Returns the response as text. */
export async function invoke(host, body) {
  const text = JSON.stringify(body);
  const time = String(Date.now());
  const signature = createHmac('sha256', secret).update(`${time}.run_1:0.`).update(text).digest('hex');
  const response = await fetch(`${host.url}/agnt5/invoke`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-agnt5-signature-version': 'workerless-hmac-sha256.v1',
      'x-agnt5-timestamp': time,
      'x-agnt5-attempt-id': 'run_1:0',
      'x-agnt5-signature': `sha256=${signature}`,
    },
    body: text,
  });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`${host.name} answered ${response.status} ${answer} to ${text}`);
  return answer;
}

/**
 * Runs a workflow to its outcome.
 * @param run One of runs.mjs.
 * @param hostOf Gives the host of a slice by its number.
 * @param cut isTight: each slice does one step. lost: the number of the response that gets lost.
 * @param seen Is told each request and its response.
 */
export async function play(run, hostOf, { isTight = false, lost = -1 } = {}, seen = () => {}) {
  const told = [];
  let checkpoint, metadata = {};
  for (let slice = 0; slice < mostSlices; slice++) {
    const request = {
      protocol_version: 'workerless.v1', run_id: 'run_1', attempt: 0, component_type: 'workflow', component_name: run.workflow,
      input: run.input, metadata, checkpoint, ...isTight && { budget: spent },
    };
    const text = await invoke(hostOf(slice), request);
    await seen(request, text);
    if (slice === lost) continue;
    const response = JSON.parse(text);
    checkOldRecords(checkpoint, response);
    told.push(...response.events ?? []);
    checkpoint = response.checkpoint;
    if (response.status !== 'suspended') return { slices: slice + 1, outcome: JSON.stringify([response.status, withoutCounts(run, response.output), response.error]), told: JSON.stringify(told) };
    metadata = wake(run, response, checkpoint);
  }
  throw new Error(`${run.workflow} has no outcome after ${mostSlices} slices`);
}

/** A finished step stays as it was recorded. */
function checkOldRecords(before, response) {
  for (const [key, value] of Object.entries(before?.steps ?? {})) {
    const now = response.checkpoint?.steps?.[key];
    if (!key.startsWith('agnt5:') && JSON.stringify(now) !== JSON.stringify(value)) throw new Error(`'${key}' was ${JSON.stringify(value)} and became ${JSON.stringify(now)}`);
  }
}

function wake(run, response, checkpoint) {
  switch (response.reason) {
    case 'timer':
      // As if the time had passed.
      checkpoint.steps[response.timer_key] -= 3_600_000;
      return {};
    case 'user_input_required':
      return { user_response: run.answers[response.pause_index], pause_index: String(response.pause_index) };
    case 'signal':
      return { signal_name: response.signal_name, waiting_step: response.waiting_step, signal_payload: run.signal };
    default:
      return {};
  }
}

// How often a step ran in this process is no part of the outcome.
function withoutCounts(run, output) {
  return run.counts && output && typeof output === 'object' ? { ...output, fetch_count: undefined } : output;
}
