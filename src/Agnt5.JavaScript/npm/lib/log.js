const methods = ['debug', 'debug', 'info', 'warn', 'error', 'error'];

/** The names of the levels, by the numbers that the engine gives. */
export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/**
 * Writes a line to the console.
 * @param {string} level
 * @param {string} category
 * @param {string} text
 */
export function logToConsole(level, category, text) {
  console[methods[levels.indexOf(level)] ?? 'log'](`${level}: ${category}: ${text}`);
}

/**
 * A log that does not throw: its lines come out of places where an error would end the process. What the function does not take goes to the console.
 * @param {Function} [log]
 */
export function safeLog(log = logToConsole) {
  if (log === logToConsole) return log;
  let isTold = false;
  const failed = (line, error) => {
    if (!isTold) logToConsole('error', 'agnt5', `The function of the option log threw: ${error?.stack ?? error}`);
    isTold = true;
    logToConsole(...line);
  };
  return (...line) => {
    try {
      const result = log(...line);
      if (typeof result?.then === 'function') result.then(undefined, error => failed(line, error));
    } catch (error) {
      failed(line, error);
    }
  };
}
