import { once } from 'node:events';
import { Failure } from './run.mjs';

const retries = { max_attempts: 3, initial_interval_ms: 1_000, backoff: 'constant' };

/** What this release is called, so that a test sees which one ran. */
const release = process.env.LETTERS_RELEASE ?? '1';

/** The runs whose answers were lost on their way. */
const lost = new Set();

/** What the endpoint offers, by type and name: the code, and what the manifest says of it beside its name. */
export const components = {
  'function:add_numbers': { run: async (run) => ({ sum: run.input.a + run.input.b }) },
  'function:explode': { run: async () => { throw new Error('it went off'); } },

  // Nobody is at home before the third attempt.
  'function:ring_twice': {
    manifest: { flow_control: { retries } },
    run: async (run) => {
      if (run.attempt < 2) throw new Error('nobody is at home');
      return { attempt: run.attempt };
    },
  },

  // Another attempt would not help.
  'function:refuse_letter': {
    manifest: { flow_control: { retries } },
    run: async () => { throw new Failure('LETTER_REFUSED', 'the letter has no stamp', false); },
  },

  // The answer to a run's first invoke gets lost: the connection ends before it.
  'function:lose_letter': {
    run: async (run) => {
      if (!lost.has(run.id)) {
        lost.add(run.id);
        run.response.destroy();
      }
      return { attempt: run.attempt };
    },
  },

  // It goes on until the caller leaves, and says both.
  'function:hold_letter': {
    run: async (run) => {
      console.log(`holding ${run.id}`);
      await once(run.response, 'close');
      console.log(`left ${run.id}`);
    },
  },

  'workflow:sign_letter': { run: async (run) => ({ signed: run.ask(0, 'Sign the letter?'), release }) },

  'workflow:send_letter': {
    run: async (run) => {
      const stamp = await run.step('stamp', async () => `stamp for ${run.input.to}`);
      run.emit('letter.stamped', { stamp });
      run.sleep('cool_down', run.input.wait_ms ?? 3_600_000);
      const approved = run.ask(0, 'Send the letter?');
      if (approved !== 'yes') return { sent: false };
      const receipt = run.waitForSignal('letter.posted', 'post_office');
      return { sent: true, stamp, office: receipt.office };
    },
  },
};

/** What `GET /.well-known/agnt5` answers. */
export function manifest() {
  const described = Object.keys(components).sort().map((route) => {
    const [type, name] = route.split(':');
    return { name, type, component_type: type, ...components[route].manifest };
  });
  return { protocol_version: 'workerless.v1', service_name: 'letters', service_version: release, components: described };
}
