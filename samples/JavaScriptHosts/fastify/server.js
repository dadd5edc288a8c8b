import Fastify from 'fastify';
import { agnt5Fastify } from 'order-components/fastify';

const app = Fastify();
app.register(agnt5Fastify);
app.get('/', () => 'the shop');
await app.listen({ port: process.env.PORT ?? 8787 });
