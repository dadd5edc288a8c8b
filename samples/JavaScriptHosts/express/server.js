import express from 'express';
import { agnt5Express } from 'order-components/express';

const app = express();
app.use(agnt5Express);
app.get('/', (request, response) => response.send('the shop'));
app.listen(process.env.PORT ?? 8787);
