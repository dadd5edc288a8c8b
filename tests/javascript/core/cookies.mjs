// Two runs of the sample that ask a service for a price, which sets a cookie each time. Prints what cookies the service got.
import http from 'node:http';
import { createAgnt5, engine, secret, signed } from './calls.mjs';

const cookies = [];
const prices = http.createServer((req, res) => {
  cookies.push(req.headers.cookie ?? 'none');
  res.setHeader('set-cookie', 'session=of-one-run; path=/');
  res.end('7');
});
await new Promise(resolve => prices.listen(0, '127.0.0.1', resolve));
process.env.PRICES_URL = `http://127.0.0.1:${prices.address().port}`;

const agnt5 = createAgnt5({ engine, signingSecret: secret });
for (const run of ['one', 'two']) {
  const text = JSON.stringify({ protocol_version: 'workerless.v1', run_id: run, component_type: 'tool', component_name: 'lookup_price', input: { article: 'tea' } });
  const response = await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(text), body: text }));
  console.log(response.status, await response.text());
}
console.log(`cookies: ${cookies.join(', ')}`);
process.exit();
