/**
 * The timers of the .NET runtime, whose files import these two functions under the names that they call. What is due at once runs without the millisecond that a timer takes at least. No timer holds
 * the process: requests do (hold), because .NET leaves timers behind that nobody waits for.
 */
const { setImmediate, clearImmediate, setInterval, setTimeout: start, clearTimeout: stop } = globalThis;

let held = 0, keeper;

/**
 * @param {() => void} run
 * @param {number} [delay] Milliseconds.
 */
export function setTimeout(run, delay = 0) {
  if (delay <= 0 && setImmediate) return setImmediate(run);
  const timer = start(run, delay);
  unref(timer);
  return timer;
}

/** @param {object | number | undefined} timer */
export function clearTimeout(timer) {
  if (timer?.constructor?.name === 'Immediate') clearImmediate(timer);
  else stop(timer);
}

/** Has the process live on, until it was let go as often. */
export function hold() {
  held++;
  if (held > 1) return;
  keeper ??= setInterval(() => {}, 0x7fffffff);
  if (typeof keeper === 'object') keeper.ref();
  else globalThis.Deno?.refTimer(keeper);
}

/** Undoes one hold(). */
export function letGo() {
  held--;
  if (held === 0) unref(keeper);
}

// Timers of Deno are numbers, and so are those of browsers, which hold nothing.
function unref(timer) {
  if (typeof timer === 'object') timer.unref();
  else globalThis.Deno?.unrefTimer(timer);
}
