/**
 * The timers of the components. A Worker's own timers belong to the request that set them and die with it, but the runtime sets one timer for all requests. So its timers are only noted here, and the
 * requests in flight run those that are due, whoever set them (worker-request.js). The runtime's files import these two functions under the names that they call.
 */
const waiting = new Map();
let last = 0, whenSet = () => {};

/**
 * Says who is told when a timer is set.
 * @param {() => void} tell
 */
export function onSet(tell) {
  whenSet = tell;
}

/**
 * @param {() => void} run
 * @param {number} [delay] Milliseconds.
 */
export function setTimeout(run, delay = 0) {
  last++;
  waiting.set(last, { at: Date.now() + Math.max(0, delay), run });
  whenSet();
  return last;
}

/** @param {number | undefined} id */
export function clearTimeout(id) {
  waiting.delete(id);
}

/** When the next timer is due, in milliseconds of Date.now(), or Infinity when none is set. */
export function nextDue() {
  let next = Infinity;
  for (const { at } of waiting.values()) next = Math.min(next, at);
  return next;
}

/**
 * Runs the timers that are due, but not those that they set.
 * @param {(run: () => void) => void} attempt Runs one of them.
 * @returns {boolean} Whether any was.
 */
export function runDue(attempt) {
  const now = Date.now(), due = [];
  for (const [id, timer] of waiting) if (timer.at <= now) due.push([id, timer]);
  due.sort(([, a], [, b]) => a.at - b.at);
  for (const [id, { run }] of due) if (waiting.delete(id)) attempt(run);
  return due.length > 0;
}
