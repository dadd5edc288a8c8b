// Sends a signed invoke to a handler that speaks the Fetch API, and gives the output.
import { createHmac } from 'node:crypto';

export const secret = 'the-secret-of-an-installed-package-0123456789';

export async function invoke(fetch, component, input) {
  const body = JSON.stringify({ protocol_version: 'workerless.v1', run_id: 'run_1', attempt: 0, component_type: 'function', component_name: component, input });
  const timestamp = String(Date.now());
  const attempt = 'run_1:0';
  const signature = createHmac('sha256', secret).update(`${timestamp}.${attempt}.`).update(body).digest('hex');
  const response = await fetch(new Request('http://localhost/agnt5/invoke', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-agnt5-signature-version': 'workerless-hmac-sha256.v1',
      'x-agnt5-timestamp': timestamp,
      'x-agnt5-attempt-id': attempt,
      'x-agnt5-signature': `sha256=${signature}`,
    },
  }));
  const answer = await response.json();
  if (response.status !== 200 || answer.output === undefined) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer.output;
}
