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
