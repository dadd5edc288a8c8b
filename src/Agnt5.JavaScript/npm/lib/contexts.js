const MOST = 64;

/**
 * What is known of requests beside HTTP: secrets, the kill switch. It is the same for most of them, so each text crosses over to the engine once, and has a number from then on.
 */
export class Contexts {
  #numbers = new Map();
  #engine;

  /** @param {object} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * The number of a context.
   * @param {string} text Its JSON.
   */
  numberOf(text) {
    let number = this.#numbers.get(text);
    if (number !== undefined) return number;
    number = this.#numbers.size + 1;
    if (number > MOST) {
      const [oldest] = this.#numbers;
      number = oldest[1];
      this.#numbers.delete(oldest[0]);
    }
    this.#engine.setContext(number, text);
    this.#numbers.set(text, number);
    return number;
  }
}
