import Fastify from 'fastify';
import { load, options, port } from './arguments.mjs';

const { createAgnt5Fastify } = await load('fastify');
const { createAgnt5Node } = await load('node');
const agnt5 = createAgnt5Node(options);
const app = Fastify();
app.register(createAgnt5Fastify(options));
app.get('/shop', () => 'the shop');
// What nobody serves is answered as the protocol has it, which the suite expects.
app.addHook('onRequest', async (request, reply) => {
  if (!request.is404) return;
  reply.hijack();
  agnt5(request.raw, reply.raw);
});
await app.listen({ port, host: '127.0.0.1' });
