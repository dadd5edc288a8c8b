// A script that gets one answer while a component waits, and has nothing to do then. .NET leaves a timer of half a minute behind, which must not keep the script alive.
import { createAgnt5, engine, secret, signed } from './calls.mjs';

const agnt5 = createAgnt5({ engine, signingSecret: secret, log: () => {} });
const body = new ReadableStream({
  async pull(controller) {
    await new Promise(resolve => setTimeout(resolve, 20));
    controller.enqueue(new TextEncoder().encode('{'));
    controller.close();
  },
});
const response = await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed('{'), body, duplex: 'half' }));
const answeredAt = performance.now();
process.on('exit', () => console.log(`${response.status}, and ended ${performance.now() - answeredAt < 10_000 ? 'soon' : 'late'} after`));
