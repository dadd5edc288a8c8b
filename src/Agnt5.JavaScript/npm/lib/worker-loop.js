import { nextDue } from './worker-timers.js';

/** A loop looks around at least so often, in milliseconds: for timers of a request that the platform ended, and for a wake-up that was lost. */
const WATCH = 1_000;

/** So many rounds of looking around that a loop missed, and its request counts as ended by the platform. */
const MOST_MISSED = 3;

const alive = new Set();
let driver, lastRound = 0;

/** Takes turns for one request, in the request's own name: at once when it is woken, and when the next timer is due. */
export class Loop {
  #turn;
  #isDone;
  #ended;
  #resume;
  #isWoken = false;
  #isTurning = false;
  #missed = 0;
  #dueAt = Infinity;

  /**
   * @param {() => void} turn Does what there is to do.
   * @param {() => boolean} isDone Whether no further turn is needed.
   * @param {() => void} ended Called once, also when the platform ended the request. It runs in another request's turn then.
   */
  constructor(turn, isDone, ended) {
    this.#turn = turn;
    this.#isDone = isDone;
    this.#ended = ended;
    alive.add(this);
  }

  /** How many run. */
  static get count() {
    return alive.size;
  }

  /** Wakes all that run. */
  static wakeAll() {
    for (const loop of alive) loop.wake();
  }

  /** Whether it runs, as far as one can see. */
  get isAlive() {
    return alive.has(this);
  }

  /** Has it take a turn soon. Any request may call it. */
  wake() {
    this.#isWoken = true;
    this.#resume?.();
  }

  /** Says that its request set a timer. After a turn it looks at timers anyway, and then gives the platform time to bring what was fetched. */
  timerSet() {
    if (!this.#isTurning) this.wake();
  }

  /** Takes turns until it is done. */
  async run() {
    while (!this.#isDone()) {
      this.#missed = 0;
      this.#isWoken = false;
      this.#isTurning = true;
      this.#turn();
      this.#isTurning = false;
      await this.#rest();
    }
    this.#end();
  }

  async #rest() {
    // What the turn answered may go on, and be done.
    for (let i = 0; i < 4; i++) await null;
    if (this.#isWoken || this.#isDone()) return;
    let timer;
    await new Promise(resolve => {
      this.#resume = resolve;
      timer = setTimeout(resolve, this.#pause());
    });
    this.#resume = undefined;
    clearTimeout(timer);
    lookAround(this);
  }

  /** One loop at a time waits for the next timer, so that it does not wake all. */
  #pause() {
    const due = nextDue();
    if (driver && driver !== this && driver.isAlive && driver.#dueAt <= due) return WATCH;
    driver = this;
    this.#dueAt = due;
    return Math.min(WATCH, Math.max(0, due - Date.now()));
  }

  /** Notes that another loop looked around, and this one took no turn since. */
  missed() {
    if (++this.#missed > MOST_MISSED) this.#end();
  }

  #end() {
    if (!alive.delete(this)) return;
    this.#ended();
    if (driver !== this) return;
    driver = undefined;
    for (const other of alive) return other.wake();
  }
}

/** The platform tells nobody that it ended a request. Those that live notice. */
function lookAround(self) {
  const now = Date.now();
  if (now - lastRound < WATCH) return;
  lastRound = now;
  for (const loop of alive) if (loop !== self) loop.missed();
}
