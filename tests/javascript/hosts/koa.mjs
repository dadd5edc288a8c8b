import Koa from 'koa';
import { load, options, port } from './arguments.mjs';

const { createAgnt5Koa } = await load('koa');
const { createAgnt5Node } = await load('node');
const agnt5 = createAgnt5Node(options);
const app = new Koa();
app.use(createAgnt5Koa(options));
app.use(async (context, next) => {
  if (context.path === '/shop') context.body = 'the shop';
  else await next();
});
// What nobody serves is answered as the protocol has it, which the suite expects.
app.use(context => {
  context.respond = false;
  agnt5(context.req, context.res);
});
app.listen(port, '127.0.0.1');
