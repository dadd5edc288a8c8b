import { WorkerRequest } from './worker-request.js';

/** The requests that the engine answers, by their numbers in the engine, and the calls to the outside, by what names them. */
const requests = new Map(), calls = new Map();
let running;

const OVER = 'the request that it belongs to is over';

/**
 * The host as the engine may call it at any time: each call waits for the turn of the request that it belongs to.
 * @param {object} host
 */
export function owned(host) {
  return {
    answered: (request, ...answer) => inTurn(request, () => host.answered(request, ...answer)),
    drained: request => inTurn(request, () => host.drained(request)),
    fetch: (request, call, ...message) => start(request, `fetch ${call}`, () => host.fetch(request, call, ...message), () => running.fetchFailed(call, OVER)),
    abortFetch: call => end(`fetch ${call}`)?.do(() => host.abortFetch(call)),
    call: (endpoint, request, call, ...rest) => start(request, `call ${call}`, () => host.call(endpoint, request, call, ...rest), () => running.callFailed(call, OVER)),
    log: host.log,
  };
}

/**
 * The engine, which notes for which request it is called, and has that request look for what it left to do.
 * @param {object} engine
 */
export function owning(engine) {
  running = engine;
  return {
    ...engine,
    begin: (request, ...rest) => {
      own(request, WorkerRequest.current);
      engine.begin(request, ...rest);
    },
    cancel: request => {
      engine.cancel(request);
      requests.get(request)?.wake();
    },
    fetched: (call, ...answer) => {
      if (end(`fetch ${call}`)) engine.fetched(call, ...answer);
    },
    fetchFailed: (call, why) => {
      if (end(`fetch ${call}`)) engine.fetchFailed(call, why);
    },
    called: (call, text) => {
      if (end(`call ${call}`)) engine.called(call, text);
    },
    callFailed: (call, why) => {
      if (end(`call ${call}`)) engine.callFailed(call, why);
    },
  };
}

function own(request, owner) {
  requests.set(request, owner);
  owner.wake();
  owner.atEnd(() => {
    requests.delete(request);
    running.cancel(request);
  });
}

/** An answer to a request that is over reaches nobody, but is taken off the list. */
function inTurn(request, work) {
  const owner = requests.get(request);
  if (owner) owner.do(work);
  else work();
}

function start(request, key, work, fail) {
  const owner = requests.get(request);
  if (!owner) return fail();
  calls.set(key, owner);
  owner.call(key, work, () => {
    calls.delete(key);
    fail();
  });
}

/** Ends a call. Its request looks for what the answer leaves to do. */
function end(key) {
  const owner = calls.get(key);
  calls.delete(key);
  owner?.ended(key);
  return owner;
}
