/** What this package throws, and what it logs before it answers with a 500: `code` is for programs, the message for people. */
export class Agnt5HostError extends Error {
  /**
   * @param {string} code What happened, in one word.
   * @param {string} message What happened, where, and what to do.
   * @param {unknown} [cause] What was thrown before.
   */
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Agnt5HostError';
    this.code = code;
  }
}

/**
 * An error as the log has it: its code, what happened, and where it was thrown before.
 * @param {any} error
 */
export function describe(error) {
  return `${error?.code ? `${error.code}: ` : ''}${error?.message ?? error}${error?.cause ? `\n${originOf(error)}` : ''}`;
}

// A stack begins with the message of its error, which is often said already.
function originOf({ message, cause }) {
  const stack = String(cause.stack ?? cause);
  return cause.message && stack.includes(cause.message) && message.includes(cause.message) ? stack.slice(stack.indexOf(cause.message) + cause.message.length).replace(/^\n/, '') : stack;
}

/**
 * Why something failed, in one line. fetch says "fetch failed", and in its cause why.
 * @param {any} error
 */
export function reasonOf(error) {
  return error?.cause?.message ? `${error.message}: ${error.cause.message}` : String(error?.message ?? error);
}
