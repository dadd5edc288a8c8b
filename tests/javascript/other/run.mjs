/** Ends a slice: the run waits for what `fields` say. */
class Suspension {
  constructor(reason, fields) { this.fields = { reason, ...fields }; }
}

/** Fails the attempt with a code of its own. */
export class Failure extends Error {
  constructor(code, message, retryable) {
    super(message);
    this.fields = { code, message, retryable };
  }
}

/** One slice of a run, with the operations that a replay finds again in the checkpoint. */
export class Run {
  /**
   * @param request What AGNT5 sent.
   * @param response The response that is on its way, for components that do something odd with it.
   */
  constructor(request, response) {
    // Time is the caller's, when it sent the request: so a test can skip an hour.
    this.now = request.budget.deadline_ms - request.budget.request_timeout_ms;
    this.id = request.run_id;
    this.attempt = request.attempt;
    this.response = response;
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
export async function runSlice(component, run) {
  try {
    const output = await component(run);
    return { status: 'completed', ...(output !== undefined && { output }), ...run.state };
  } catch (thrown) {
    if (thrown instanceof Suspension) return { status: 'suspended', ...thrown.fields, ...run.state };
    const error = thrown instanceof Failure ? thrown.fields : { code: 'WORKERLESS_HANDLER_ERROR', message: thrown.message };
    return { status: 'failed', error, ...run.state };
  }
}
