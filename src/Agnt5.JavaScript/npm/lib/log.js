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
