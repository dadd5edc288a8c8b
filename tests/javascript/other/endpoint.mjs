// An AGNT5 endpoint in another language: the wire protocol by hand, without an SDK, for tests of what invokes endpoints.
// Start it with AGNT5_SERVERLESS_SIGNING_SECRET set: node endpoint.mjs [port]. It says where it listens.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { components, manifest } from './components.mjs';
import { Run, runSlice } from './run.mjs';

const secret = (process.env.AGNT5_SERVERLESS_SIGNING_SECRET ?? '').trim();

/** Why a request's signature does not count, or null when it does. */
function signatureProblem(headers, body) {
  const header = (name) => (headers[name] ?? '').trim();
  const [time, attempt, signature] = [header('x-agnt5-timestamp'), header('x-agnt5-attempt-id'), header('x-agnt5-signature')];
  if (!time || !attempt || !signature) return 'SIGNATURE_MISSING';
  if (header('x-agnt5-signature-version') !== 'workerless-hmac-sha256.v1') return 'SIGNATURE_VERSION_UNSUPPORTED';
  if (Math.abs(Date.now() - Number(time)) > 300_000) return 'SIGNATURE_EXPIRED';
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(`${time}.${attempt}.`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? null : 'SIGNATURE_INVALID';
}

const refusal = (code, message) => ({ status: 'failed', error: { code: `WORKERLESS_${code}`, message } });

async function invoke(headers, body, response) {
  const problem = signatureProblem(headers, body);
  if (problem) return [401, refusal(problem, 'The signature does not count.')];
  const request = JSON.parse(body);
  const component = components[`${request.component_type}:${request.component_name}`];
  if (!component) return [404, refusal('COMPONENT_NOT_FOUND', `${request.component_type} component ${request.component_name} was not found`)];
  return [200, await runSlice(component.run, new Run(request, response))];
}

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const [status, answer] = request.method === 'GET' && request.url === '/.well-known/agnt5' ? [200, manifest()]
    : request.method === 'POST' && request.url === '/agnt5/invoke' ? await invoke(request.headers, Buffer.concat(parts), response)
      : [404, { error: 'not_found' }];
  if (response.destroyed) return;
  const text = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': text.length }).end(text);
});

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
