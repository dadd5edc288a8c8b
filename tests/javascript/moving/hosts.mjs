// The hosts between which runs move: the package in this process on each of its engines, and a web server.
import { spawn } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { secret } from './platform.mjs';

/** Serves the npm package in a folder on one of its engines. */
export async function serve(folder, engine) {
  const { createAgnt5Node } = await import(pathToFileURL(`${folder}/node.js`).href);
  const handle = createAgnt5Node({ engine, signingSecret: secret, log: () => {} });
  const server = http.createServer(handle);
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  await handle.ready();
  return { name: engine, url: `http://127.0.0.1:${server.address().port}`, stop: () => { server.closeAllConnections(); server.close(); } };
}

/** Starts the server of a command, in which $PORT stands for the port. */
export async function start(name, command) {
  const port = await freePort();
  const child = spawn('sh', ['-c', `exec ${command}`], { env: { ...process.env, PORT: String(port), AGNT5_SERVERLESS_SIGNING_SECRET: secret }, stdio: ['ignore', 'ignore', 'inherit'] });
  process.on('exit', () => child.kill());
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      if ((await fetch(`${url}/.well-known/agnt5`)).ok) return { name, url, stop: () => child.kill() };
    } catch (error) {
      if (tries > 300 || child.exitCode !== null) throw new Error(`${name} does not start`, { cause: error });
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

function freePort() {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
