import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * Starts a server, and waits until it answers.
 * @param {string} command Its command, in which {port} is replaced.
 * @param {string} secret The signing secret that it gets.
 * @returns {Promise<{ base: string, pid: number, log: string, stop: (how?: { keepsLog?: boolean }) => void }>} `log` is the file of what it prints.
 */
export async function start(command, secret) {
  const port = await freePort(), log = path.join(mkdtempSync(path.join(tmpdir(), 'agnt5-')), 'server.log'), output = openSync(log, 'w');
  const env = { ...process.env, PORT: String(port), AGNT5_SERVERLESS_SIGNING_SECRET: secret };
  const child = spawn('sh', ['-c', `exec ${command.replaceAll('{port}', port)}`], { env, stdio: ['ignore', output, output] });
  let ended;
  child.on('exit', code => ended = code ?? 'a signal');
  for (let i = 0; !(await answers(port)); i++) {
    if (ended !== undefined) throw new Error(`The server ended with ${ended}: ${command}\n${readFileSync(log)}`);
    if (i === 600) {
      child.kill('SIGKILL');
      throw new Error(`The server does not answer: ${command}\n${readFileSync(log)}`);
    }
    await new Promise(done => setTimeout(done, 100));
  }
  const stop = ({ keepsLog = false } = {}) => {
    child.kill();
    if (!keepsLog) rmSync(path.dirname(log), { recursive: true, force: true });
  };
  return { base: `http://127.0.0.1:${port}`, pid: child.pid, log, stop };
}

const freePort = () => new Promise(done => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

const answers = port => new Promise(done => {
  http.get({ port, host: '127.0.0.1', path: '/.well-known/agnt5', signal: AbortSignal.timeout(10_000) }, response => {
    response.resume();
    done(response.statusCode === 200);
  }).on('error', () => done(false));
});
