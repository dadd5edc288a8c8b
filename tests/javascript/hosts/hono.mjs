import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { load, options, port } from './arguments.mjs';

const { createAgnt5Hono } = await load('hono');
const agnt5 = createAgnt5Hono(options);
const app = new Hono();
app.use(agnt5);
app.get('/shop', context => context.text('the shop'));
// What nobody serves is answered as the protocol has it, which the suite expects.
app.all('*', context => agnt5(context));
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
