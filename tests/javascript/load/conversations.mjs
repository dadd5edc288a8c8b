import assert from 'node:assert/strict';

const hour = 3_600_000;

/**
 * The kinds of conversations. Each sends one request or more, checks the answers, and returns how many it sent.
 * @param {import('./client.mjs').Client} client
 * @param {import('./service.mjs').Service} service
 * @param {() => number} random
 */
export function conversations(client, service, random) {
  const between = (least, most) => least + Math.floor(random() * (most - least));
  const workflow = (name, input, more = {}, how) => client.invoke({ run_id: client.nextRun(), component_type: 'workflow', component_name: name, input, ...more }, how);
  const call = (name, input, how) => client.invoke({ run_id: client.nextRun(), component_type: 'function', component_name: name, input }, how);
  const deadline = ms => ({ budget: { deadline_ms: Date.now() + ms } });

  // The connection may end while the caller still sends: then the answer is lost to it.
  async function refuseLargeBody() {
    try {
      failed(await call('length', { text: 'x'.repeat(9 << 20) }), 413);
    } catch (error) {
      if (!['EPIPE', 'ECONNRESET'].includes(error.code)) throw error;
    }
  }

  return {
    async hello() {
      completed(await call('hello', { name: 'Ada' }), 'hello Ada');
      return 1;
    },

    async steps_in_parallel() {
      completed(await workflow('fetch_all', { url: service.url, count: 4 }), 8);
      return 1;
    },

    async post() {
      const length = between(1, 2_000);
      completed(await call('post', { url: service.url, text: 'x'.repeat(length) }), `took ${length}`);
      return 1;
    },

    async suspended_three_times() {
      const run = { run_id: client.nextRun() }, input = { url: service.url };
      const asked = suspended(await workflow('approve', input, run), 'user_input_required');
      const told = suspended(await workflow('approve', input, { ...run, checkpoint: asked.checkpoint, metadata: { user_response: 'yes', pause_index: String(asked.pause_index) } }), 'signal');
      const signal = { signal_name: told.signal_name, waiting_step: told.waiting_step, signal_payload: '"paid"' };
      const asleep = suspended(await workflow('approve', input, { ...run, checkpoint: told.checkpoint, metadata: signal }), 'timer');
      asleep.checkpoint.steps[asleep.timer_key] -= 2 * hour;
      completed(await workflow('approve', input, { ...run, checkpoint: asleep.checkpoint }), 'ok yes paid');
      return 4;
    },

    async deadline_passes() {
      const kinds = [['slow', { ms: 10_000 }], ['fetch_slowly', { url: `${service.url}/slow` }]];
      const [name, input] = kinds[between(0, 2)], started = Date.now();
      const answer = await workflow(name, input, deadline(between(500, 2_000)));
      // A deadline that has passed when the request is begun cuts nothing off: on a busy machine such a run takes its time.
      if (answer.json.status === 'completed') assert.ok(Date.now() - started >= 10_000, 'a run was completed before its step was done');
      else failed(answer, 200, 'WORKERLESS_DEADLINE_EXCEEDED');
      return 1;
    },

    async caller_leaves() {
      const kinds = [['slow', { ms: 20_000 }], ['fetch_slowly', { url: `${service.url}/slow` }], ['fetch_all', { url: service.url, count: 8 }]];
      const [name, input] = kinds[between(0, 3)];
      const answer = await workflow(name, input, {}, { leavesAfter: between(1, 200) });
      if (!answer.left) completed(answer, 16);
      return 1;
    },

    async caller_leaves_amid_the_body() {
      const answer = await call('length', { text: 'x'.repeat(between(1_000, 300_000)) }, { sends: random(), leavesAfter: between(1, 100) });
      assert.ok(answer.left, 'a request whose body had no end was answered');
      return 1;
    },

    async large_body() {
      const length = between(100_000, 2_000_000);
      completed(await call('length', { text: 'x'.repeat(length) }), length);
      return 1;
    },

    async large_answer() {
      const count = between(100_000, 2_000_000);
      const { json } = completed(await call('repeat', { count }));
      assert.equal(json.output.length, count);
      return 1;
    },

    async fails() {
      failed(await call('fails', {}), 200, undefined);
      return 1;
    },

    async refused() {
      const kinds = [
        async () => failed(await call('hello', { name: 'Ada' }, { key: 'another-secret' }), 401),
        async () => failed(await call('nobody', {}), 404),
        async () => failed(await call('hello', { name: 1 }), 200, 'WORKERLESS_INPUT_INVALID'),
        refuseLargeBody,
      ];
      await kinds[random() < 0.1 ? 3 : between(0, 3)]();
      return 1;
    },
  };
}

function completed(answer, output) {
  said(answer, 200, 'completed');
  if (output !== undefined) assert.deepEqual(answer.json.output, output);
  return answer;
}

function suspended(answer, reason) {
  said(answer, 200, 'suspended');
  assert.equal(answer.json.reason, reason);
  return answer.json;
}

function failed(answer, status, code) {
  said(answer, status, 'failed');
  if (code !== undefined) assert.equal(answer.json.error.code, code);
}

function said(answer, status, state) {
  const text = JSON.stringify(answer.json).slice(0, 300);
  assert.deepEqual([answer.status, answer.json.status], [status, state], `${answer.status} ${text} instead of ${status} ${state}`);
}
