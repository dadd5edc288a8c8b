import { AsyncLocalStorage } from 'node:async_hooks';
import { nextDue, onSet, runDue } from './worker-timers.js';

/** A request looks around at least so often, in milliseconds: for timers of a request that the platform ended, and for a wake-up that was lost. */
const WATCH = 1_000;

/** So many rounds of looking around that a request missed, and it counts as ended by the platform. */
const MOST_MISSED = 3;

/** How long a request goes on after its answer, in milliseconds. The platform allows 30 seconds. */
const LONGEST_AFTER = 10_000;

/** So many rounds of timers that are due at once run without a pause, in which the platform can bring what was fetched. */
const MOST_ROUNDS = 64;

const OVER = 'the request that it belongs to is over';

const alive = new Set();
const storage = new AsyncLocalStorage();
let driver = null, lastRound = 0;

// Whoever runs the code that sets a timer looks after it.
onSet(() => storage.getStore()?.wake());

/**
 * A request in flight. In a Worker, timers, fetches and what their promises do belong to the request that made them. The components do not know whose turn it is, so whatever they start waits here until
 * the request that it belongs to runs it. The request also runs the timers of the components, its own and those of others.
 */
export class WorkerRequest {
  #work = [];
  #checks = [];
  #calls = new Map();
  #atEnd = [];
  #resume = null;
  #isWoken = false;
  #missed = 0;
  #endsAt = Infinity;
  #dueAt = Infinity;

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
    const request = new WorkerRequest();
    alive.add(request);
    waitUntil?.(storage.run(request, () => request.#drive()));
    try {
      return await storage.run(request, work, request);
    } finally {
      request.#endsAt = Date.now() + LONGEST_AFTER;
      request.wake();
    }
  }

  /** Wakes all requests. */
  static wakeAll() {
    for (const request of alive) request.wake();
  }

  /** Whether the platform still runs this request, as far as one can see. */
  get isAlive() {
    return alive.has(this);
  }

  /** Has the request look around soon. */
  wake() {
    this.#isWoken = true;
    this.#resume?.();
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
   * @param {(why: string) => void} fail Called instead of an answer when the request ends before.
   */
  call(key, work, fail) {
    if (!this.isAlive) return fail(OVER);
    this.#calls.set(key, fail);
    this.do(work);
  }

  /**
   * Runs work when the request ends, also when the platform ends it. It runs in another request's turn then.
   * @param {() => void} work
   */
  atEnd(work) {
    this.#atEnd.push(work);
  }

  /** Says that a call has its answer, or that nobody waits for it. */
  ended(key) {
    this.#calls.delete(key);
    this.wake();
  }

  /**
   * Waits until a condition holds. Others make it hold, and wake this request.
   * @param {() => boolean} holds
   * @returns {Promise<void>}
   */
  until(holds) {
    return holds() ? Promise.resolve() : new Promise(resolve => this.#checks.push({ holds, resolve }));
  }

  async #drive() {
    while (!this.#isDone()) {
      this.#turn();
      await this.#rest();
    }
    this.#end();
  }

  #turn() {
    this.#isWoken = false;
    this.#missed = 0;
    for (const work of this.#work.splice(0)) attempt(work);
    for (let round = 0; round < MOST_ROUNDS && runDue(); round++);
    this.#checks = this.#checks.filter(({ holds, resolve }) => !holds() || void resolve());
  }

  async #rest() {
    // What the turn started may go on without a pause.
    for (let i = 0; i < 4; i++) await null;
    if (this.#isWoken || this.#isDone()) return;
    const now = Date.now();
    let timer;
    await new Promise(resolve => {
      this.#resume = resolve;
      timer = setTimeout(resolve, Math.max(0, this.#restsUntil(now) - now));
    });
    this.#resume = null;
    clearTimeout(timer);
    lookAround(this);
  }

  /** One request at a time waits for the next timer, so that it does not wake all. */
  #restsUntil(now) {
    const due = nextDue(), watch = Math.min(now + WATCH, this.#endsAt);
    if (driver && driver !== this && driver.isAlive && driver.#dueAt <= due) return watch;
    driver = this;
    this.#dueAt = due;
    return Math.min(due, watch);
  }

  #isDone() {
    if (this.#endsAt === Infinity) return false;
    if (Date.now() >= this.#endsAt) return true;
    if (this.#calls.size > 0 || this.#work.length > 0) return false;
    // What goes on after the answer needs a request that runs its timers: the last one stays for it.
    return alive.size > 1 || nextDue() >= this.#endsAt;
  }

  /** Notes that others looked around, and this request did not. */
  missed() {
    if (++this.#missed > MOST_MISSED) this.#end();
  }

  #end() {
    if (!alive.delete(this)) return;
    for (const fail of this.#calls.values()) attempt(() => fail(OVER));
    for (const work of this.#atEnd) attempt(work);
    if (driver !== this) return;
    driver = null;
    for (const other of alive) return other.wake();
  }
}

/** The platform tells nobody that it ended a request. One that lives notices. */
function lookAround(self) {
  const now = Date.now();
  if (now - lastRound < WATCH) return;
  lastRound = now;
  for (const request of alive) if (request !== self) request.missed();
}

function attempt(work) {
  try {
    work();
  } catch (error) {
    console.error(error);
  }
}
