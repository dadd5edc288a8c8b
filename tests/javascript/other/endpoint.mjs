// An AGNT5 endpoint in another language: the wire protocol by hand, without an SDK, for tests of what invokes endpoints.
// Start it with AGNT5_SERVERLESS_SIGNING_SECRET set: node endpoint.mjs [port]. It says where it listens.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = (process.env.AGNT5_SERVERLESS_SIGNING_SECRET ?? '').trim();

/** What the endpoint offers, by type and name. */
const components = {
  'function:add_numbers': async (run) => ({ sum: run.input.a + run.input.b }),
  'function:explode': async () => { throw new Error('it went off'); },
  'workflow:send_letter': async (run) => {
    const stamp = await run.step('stamp', async () => `stamp for ${run.input.to}`);
    run.emit('letter.stamped', { stamp });
    run.sleep('cool_down', run.input.wait_ms ?? 3_600_000);
    const approved = run.ask(0, 'Send the letter?');
    if (approved !== 'yes') return { sent: false };
    const receipt = run.waitForSignal('letter.posted', 'post_office');
    return { sent: true, stamp, office: receipt.office };
  },
};

/** Ends a slice: the run waits for what `fields` say. */
class Suspension {
  constructor(reason, fields) { this.fields = { reason, ...fields }; }
}

/** One slice of a run, with the operations that a replay finds again in the checkpoint. */
class Run {
  constructor(request) {
    // Time is the caller's, when it sent the request: so a test can skip an hour.
    this.now = request.budget.deadline_ms - request.budget.request_timeout_ms;
    this.input = request.input ?? {};
    this.metadata = request.metadata ?? {};
    this.steps = { ...request.checkpoint?.steps };
    this.events = [];
  }

  async step(name, body) {
    if (!(name in this.steps)) this.steps[name] = (await body()) ?? null;
    return this.steps[name];
  }

  emit(type, data) {
    if (`emitted:${type}` in this.steps) return;
    this.steps[`emitted:${type}`] = true;
    this.events.push({ event_type: type, data, data_type: 'json' });
  }

  sleep(name, ms) {
    this.steps[name] ??= this.now;
    if (this.now < this.steps[name] + ms)
      throw new Suspension('timer', { ready_at_ms: this.steps[name] + ms, timer_key: name });
  }

  ask(index, question) {
    const key = `answer:${index}`;
    if (!(key in this.steps) && this.metadata.pause_index === `${index}`) this.steps[key] = this.metadata.user_response;
    if (key in this.steps) return this.steps[key];
    const options = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }];
    throw new Suspension('user_input_required', {
      pause_index: index, step_name: `wait_for_user_${index}`, question, input_type: 'approval', options, allow_custom: false, skippable: false,
    });
  }

  waitForSignal(name, step) {
    const key = `signal:${name}:${step}`;
    if (!(key in this.steps) && this.metadata.signal_name === name && (this.metadata.waiting_step ?? name) === step)
      this.steps[key] = JSON.parse(this.metadata.signal_payload);
    if (key in this.steps) return this.steps[key];
    throw new Suspension('signal', { signal_name: name, waiting_step: step });
  }

  /** What the response says beside its status. */
  get state() {
    return {
      ...(Object.keys(this.steps).length > 0 && { checkpoint: { steps: this.steps } }),
      ...(this.events.length > 0 && { events: this.events }),
    };
  }
}

/** Runs one slice, and says how it ended. */
async function runSlice(component, request) {
  const run = new Run(request);
  try {
    const output = await component(run);
    return { status: 'completed', ...(output !== undefined && { output }), ...run.state };
  } catch (thrown) {
    if (thrown instanceof Suspension) return { status: 'suspended', ...thrown.fields, ...run.state };
    return { status: 'failed', error: { code: 'WORKERLESS_HANDLER_ERROR', message: thrown.message }, ...run.state };
  }
}

function manifest() {
  const described = Object.keys(components).sort().map((route) => {
    const [type, name] = route.split(':');
    return { name, type, component_type: type };
  });
  return { protocol_version: 'workerless.v1', service_name: 'letters', service_version: '1', components: described };
}

/** Why a request's signature does not count, or null when it does. */
function signatureProblem(headers, body) {
  const header = (name) => (headers[name] ?? '').trim();
  const [time, attempt, signature] = [header('x-agnt5-timestamp'), header('x-agnt5-attempt-id'), header('x-agnt5-signature')];
  if (!time || !attempt || !signature) return 'SIGNATURE_MISSING';
  if (header('x-agnt5-signature-version') !== 'workerless-hmac-sha256.v1') return 'SIGNATURE_VERSION_UNSUPPORTED';
  if (Math.abs(Date.now() - Number(time)) > 300_000) return 'SIGNATURE_EXPIRED';
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(`${time}.${attempt}.`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? null : 'SIGNATURE_INVALID';
}

const refusal = (code, message) => ({ status: 'failed', error: { code: `WORKERLESS_${code}`, message } });

async function invoke(headers, body) {
  const problem = signatureProblem(headers, body);
  if (problem) return [401, refusal(problem, 'The signature does not count.')];
  const request = JSON.parse(body);
  const component = components[`${request.component_type}:${request.component_name}`];
  if (!component) return [404, refusal('COMPONENT_NOT_FOUND', `${request.component_type} component ${request.component_name} was not found`)];
  return [200, await runSlice(component, request)];
}

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const [status, answer] = request.method === 'GET' && request.url === '/.well-known/agnt5' ? [200, manifest()]
    : request.method === 'POST' && request.url === '/agnt5/invoke' ? await invoke(request.headers, Buffer.concat(parts))
      : [404, { error: 'not_found' }];
  const text = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': text.length }).end(text);
});

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
