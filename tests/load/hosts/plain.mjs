// What a JavaScript handler costs that verifies the same HMAC and answers the same bytes, without any SDK. Usage: node plain.mjs PORT
import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';

const secret = process.env.AGNT5_SERVERLESS_SIGNING_SECRET;
const window = 5 * 60 * 1000;
const components = { workflow: { hello: input => ({ message: `hello ${input.name ?? 'world'}` }) } };

http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', async () => {
    const [status, answer] = await invoke(request, parts.length === 1 ? parts[0] : Buffer.concat(parts));
    const body = Buffer.from(JSON.stringify(answer));
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
    response.end(body);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');

async function invoke(request, body) {
  if (request.method !== 'POST' || request.url !== '/agnt5/invoke') return [404, { error: 'not_found' }];
  if (!isSigned(request.headers, body)) return [401, failed('WORKERLESS_SIGNATURE_INVALID')];

  const envelope = JSON.parse(body.toString());
  const component = components[envelope.component_type]?.[envelope.component_name];
  if (!component) return [404, failed('WORKERLESS_COMPONENT_NOT_FOUND')];
  return [200, { status: 'completed', output: await component(envelope.input ?? {}) }];
}

function isSigned(headers, body) {
  const time = headers['x-agnt5-timestamp'] ?? '';
  const attempt = headers['x-agnt5-attempt-id'] ?? '';
  if (headers['x-agnt5-signature-version'] !== 'workerless-hmac-sha256.v1' || !/^\d+$/.test(time) || Math.abs(Date.now() - Number(time)) > window) return false;

  const expected = Buffer.from('sha256=' + createHmac('sha256', secret).update(`${time}.${attempt}.`).update(body).digest('hex'));
  const given = Buffer.from(headers['x-agnt5-signature'] ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function failed(code) {
  return { status: 'failed', error: { code, message: code } };
}
