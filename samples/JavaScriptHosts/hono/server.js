import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { agnt5Hono } from 'order-components/hono';

const app = new Hono();
app.use(agnt5Hono);
app.get('/', context => context.text('the shop'));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
