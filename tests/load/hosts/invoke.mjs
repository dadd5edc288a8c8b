import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const secret = 'load-measurement-secret';
const attempt = 'run_load:0';
const script = fileURLToPath(new URL('../wrk.lua', import.meta.url));
const expected = '{"status":"completed","output":{"message":"hello Ada"}}';
const body = JSON.stringify({
  protocol_version: 'workerless.v1', run_id: 'run_load', project_id: 'proj_load', deployment_id: 'dep_load', component_type: 'workflow', component_name: 'hello',
  attempt: 0, is_streaming: false, input: { name: 'Ada' }, metadata: { trigger_type: 'api' },
});

process.env.AGNT5_SERVERLESS_SIGNING_SECRET = secret;

/** Signs the invoke that all servers get. The signature holds for five minutes. */
export function sign() {
  const time = String(Date.now());
  const signature = 'sha256=' + createHmac('sha256', secret).update(`${time}.${attempt}.${body}`).digest('hex');
  Object.assign(process.env, { INVOKE_BODY: body, INVOKE_ATTEMPT_ID: attempt, INVOKE_TIMESTAMP: time, INVOKE_SIGNATURE: signature });
}

/** Sends the invoke once, as soon as the server listens. */
export async function firstAnswer(port, server) {
  for (let tries = 0; tries < 1200; tries++) {
    if (server.process.exitCode !== null) throw new Error(`the server ended with exit code ${server.process.exitCode}`);
    try {
      return await check(port);
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED') throw error;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
  }
  throw new Error('the server did not listen within 30 seconds');
}

async function check(port) {
  const response = await fetch(`http://127.0.0.1:${port}/agnt5/invoke`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json', 'x-agnt5-signature-version': 'workerless-hmac-sha256.v1', 'x-agnt5-timestamp': process.env.INVOKE_TIMESTAMP,
      'x-agnt5-attempt-id': attempt, 'x-agnt5-signature': process.env.INVOKE_SIGNATURE,
    },
  });
  const answer = await response.text();
  if (response.status !== 200 || answer !== expected) throw new Error(`the server answered hello with ${response.status} ${answer}`);
}

/** Sends the invoke over and over from 16 connections. */
export function load(port, seconds) {
  const printed = execFileSync('wrk', ['-t1', '-c16', `-d${seconds}s`, '-s', script, `http://127.0.0.1:${port}/agnt5/invoke`], { encoding: 'utf8' });
  const [requests, durationUs, p50Us, p99Us, failed] = /^measured (.*)$/m.exec(printed)[1].split(' ').map(Number);
  return { requests, perSecond: Math.round(requests / durationUs * 1e6), p50Ms: p50Us / 1000, p99Ms: p99Us / 1000, failed };
}
