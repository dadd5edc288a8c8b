// The package under test, and signed requests for it.
import { createHmac } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import { pathToFileURL } from 'node:url';

const folder = process.env.AGNT5_TESTED_PACKAGE;
export const engine = process.env.AGNT5_TESTED_ENGINE;
export const secret = 'a-secret-that-is-long-enough';

export const { createAgnt5, Agnt5HostError } = await import(pathToFileURL(`${folder}/index.js`).href);
export const { createAgnt5Node } = await import(pathToFileURL(`${folder}/node.js`).href);

export const hello = invoke('hello', { name: 'Ada' });

export function invoke(name, input) {
  return JSON.stringify({ protocol_version: 'workerless.v1', run_id: 'run', attempt: 0, component_type: 'workflow', component_name: name, input });
}

export function signed(text, by = secret) {
  const time = String(Date.now());
  return {
    'content-type': 'application/json',
    'x-agnt5-signature-version': 'workerless-hmac-sha256.v1',
    'x-agnt5-timestamp': time,
    'x-agnt5-attempt-id': 'run:0',
    'x-agnt5-signature': 'sha256=' + createHmac('sha256', by).update(`${time}.run:0.`).update(text).digest('hex'),
  };
}

/** Serves a handler until the test ends. */
export async function serve(t, handle, server = http.createServer(handle)) {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections?.();
    server.close();
  });
  return server.address().port;
}

export async function post(port, { text = hello, headers = signed(text), path = '/agnt5/invoke' } = {}) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: text });
  return { status: response.status, json: await response.json() };
}

/** Sends bytes over a connection, and gives all that comes back until it is closed. */
export function exchange(port, text, then = async () => {}) {
  return new Promise(resolve => {
    let received = '';
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(text);
      then(socket);
    });
    socket.setEncoding('latin1').on('data', part => { received += part; });
    socket.on('error', () => {}).on('close', () => resolve(received));
  });
}

export function head(headers, target = '/agnt5/invoke') {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

export const statuses = received => [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(match => match[1]);
