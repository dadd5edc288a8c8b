const MOST = 64;

/**
 * What is known of requests beside HTTP: secrets, the kill switch. It is the same for most of them, so each text crosses over to the engine once, and has a number from then on. The number goes to
 * another text when 64 others were asked for since, so it is good for the step that asks for it, and no longer.
 */
export class Contexts {
  #numbers = new Map();
  #unused = Array.from({ length: MOST }, (_, i) => MOST - i);
  #newest;
  #engine;

  /** @param {object} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * The number of a context.
   * @param {string} text Its JSON, or '' where nothing is known: 0.
   */
  numberOf(text) {
    if (text === '') return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined && text === this.#newest) return known;
    const number = known ?? this.#give(text);
    // The last in the map is the one that was asked for last.
    this.#numbers.delete(text);
    this.#numbers.set(text, number);
    this.#newest = text;
    return number;
  }

  #give(text) {
    if (this.#unused.length === 0) {
      const [[oldest, number]] = this.#numbers;
      this.#numbers.delete(oldest);
      this.#unused.push(number);
    }
    const number = this.#unused.at(-1);
    // When this throws, the number is still unused.
    this.#engine.setContext(number, text);
    this.#unused.pop();
    return number;
  }
}
