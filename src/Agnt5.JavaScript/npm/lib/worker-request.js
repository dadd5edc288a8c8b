import { AsyncLocalStorage } from 'node:async_hooks';
import { Loop } from './worker-loop.js';
import { nextDue, onSet, runDue } from './worker-timers.js';

/** How long a request goes on after its answer, in milliseconds. The platform allows 30 seconds. */
const LONGEST_AFTER = 10_000;

/** So many rounds of timers that are due at once run without a pause, in which the platform can bring what was fetched. */
const MOST_ROUNDS = 64;

const storage = new AsyncLocalStorage();

/**
 * A request in flight. In a Worker, timers, fetches and what their promises do belong to the request that made them. The components do not know whose turn it is, so whatever they start
 * waits here until the request that it belongs to has its turn. The request also runs the timers of the components, its own and those of others.
 */
export class WorkerRequest {
  #loop = new Loop(() => this.#turn(), () => this.#isDone(), () => this.#ended());
  #work = [];
  #checks = [];
  #calls = new Map();
  #atEnd = [];
  #endsAt = Infinity;

  static {
    // The request whose code sets a timer looks after it.
    onSet(() => WorkerRequest.current?.#loop.timerSet());
  }

  /** The request whose code runs. */
  static get current() {
    return storage.getStore();
  }

  /**
   * Runs work as a request.
   * @template T
   * @param {((promise: Promise<unknown>) => void) | undefined} waitUntil Keeps the request after its answer, and after its caller left.
   * @param {(request: WorkerRequest) => Promise<T>} work
   * @returns {Promise<T>}
   */
  static async run(waitUntil, work) {
    const request = new WorkerRequest(), looping = storage.run(request, () => request.#loop.run());
    waitUntil?.(looping);
    try {
      return await storage.run(request, work, request);
    } finally {
      request.#endsAt = Date.now() + LONGEST_AFTER;
      request.wake();
    }
  }

  /** Wakes all requests. */
  static wakeAll() {
    Loop.wakeAll();
  }

  /** Whether the platform still runs this request, as far as one can see. */
  get isAlive() {
    return this.#loop.isAlive;
  }

  /** Has the request take a turn soon. */
  wake() {
    this.#loop.wake();
  }

  /**
   * Runs work when it is this request's turn. It may be called in any request's turn.
   * @param {() => void} work
   */
  do(work) {
    this.#work.push(work);
    this.wake();
  }

  /**
   * Starts a call to the outside when it is this request's turn.
   * @param {string} key Names it to `ended`.
   * @param {() => void} work
   * @param {() => void} fail Called instead of an answer when the request is over before.
   */
  call(key, work, fail) {
    if (!this.isAlive) return fail();
    this.#calls.set(key, fail);
    this.do(work);
  }

  /** Says that a call has its answer, or that nobody waits for it. */
  ended(key) {
    this.#calls.delete(key);
    this.wake();
  }

  /**
   * Runs work when the request is over, also when the platform ended it. It runs in another request's turn then.
   * @param {() => void} work
   */
  atEnd(work) {
    this.#atEnd.push(work);
  }

  /**
   * Waits until a condition holds. Others make it hold, and wake this request.
   * @param {() => boolean} holds
   * @returns {Promise<void>}
   */
  until(holds) {
    return holds() ? Promise.resolve() : new Promise(resolve => this.#checks.push({ holds, resolve }));
  }

  #turn() {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      for (const work of this.#work.splice(0)) attempt(work);
      if (!runDue(attempt)) break;
    }
    this.#checks = this.#checks.filter(({ holds, resolve }) => !holds() || void resolve());
  }

  #isDone() {
    if (this.#endsAt === Infinity) return false;
    if (Date.now() >= this.#endsAt) return true;
    if (this.#calls.size > 0 || this.#work.length > 0) return false;
    // What goes on after the answer needs a request that runs its timers: the last one stays for it.
    return Loop.count > 1 || nextDue() >= this.#endsAt;
  }

  #ended() {
    for (const work of [...this.#calls.values(), ...this.#atEnd]) attempt(work);
  }
}

/** What fails must not end the turn, which may be another request's. */
function attempt(work) {
  try {
    work();
  } catch (error) {
    console.error(error);
  }
}
