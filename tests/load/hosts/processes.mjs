import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const tickMs = 10; // USER_HZ of Linux.

/** A server on a loopback port, as a process of its own: what it has used, until it is ended. */
export class Server {
  /** @param {string[]} command The command and its arguments. */
  constructor(command) {
    this.process = spawn(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, Logging__LogLevel__Default: 'None' } });
  }

  /** The user and system time so far, in milliseconds. */
  get cpuMs() {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  }

  /** The resident memory, in MB. */
  get residentMb() {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1]) / 1024);
  }

  /** Ends it, and waits until its port is free. */
  end() {
    if (this.process.exitCode !== null) return undefined;
    return new Promise(resolve => {
      this.process.once('exit', resolve);
      // A server may wait for connections that wrk left open.
      this.process.kill('SIGKILL');
    });
  }
}
