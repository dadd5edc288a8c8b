import { spawn } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import process from 'node:process';

/**
 * Starts a server, and waits until it answers.
 * @param {string} command Its command, in which {port} is replaced.
 * @param {string} secret The signing secret that it gets.
 */
export async function start(command, secret) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), AGNT5_SERVERLESS_SIGNING_SECRET: secret, AGNT5__OutboundGuard__AllowPrivateNetworks: 'true' };
  const child = spawn('sh', ['-c', `exec ${command.replaceAll('{port}', port)}`], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let ended;
  child.on('exit', code => ended = code ?? 'a signal');
  for (let i = 0; i < 600 && !(await answers(port)); i++) {
    if (ended !== undefined) throw new Error(`The server ended with ${ended}: ${command}`);
    await new Promise(done => setTimeout(done, 100));
  }
  return { base: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => child.kill() };
}

const freePort = () => new Promise(done => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

const answers = port => new Promise(done => {
  http.get({ port, host: '127.0.0.1', path: '/.well-known/agnt5' }, response => {
    response.resume();
    done(response.statusCode === 200);
  }).on('error', () => done(false));
});
