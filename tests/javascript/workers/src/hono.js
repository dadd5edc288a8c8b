import { agnt5 } from 'components';
import { Hono } from 'hono';

const app = new Hono();
app.get('/shop', context => context.text('the shop'));
// What nobody serves is answered as the protocol has it, which the suite expects.
app.all('*', context => agnt5.fetch(context.req.raw, context.env, context.executionCtx));
export default app;
