import Koa from 'koa';
import { agnt5Koa } from 'order-components/koa';

const app = new Koa();
app.use(agnt5Koa);
app.use(context => {
  context.body = 'the shop';
});
app.listen(process.env.PORT ?? 8787);
