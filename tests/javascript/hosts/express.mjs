import express from 'express';
import { load, options, port } from './arguments.mjs';

const { createAgnt5Express } = await load('express');
const agnt5 = createAgnt5Express(options);
const app = express();
app.use(agnt5);
// Behind the components, as in an app that has routes of its own.
app.use(express.json());
app.get('/shop', (request, response) => response.send('the shop'));
// What nobody serves is answered as the protocol has it, which the suite expects.
app.use((request, response) => agnt5(request, response));
app.listen(port, '127.0.0.1');
