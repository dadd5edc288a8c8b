import { createServer } from 'node:http';
import { agnt5Node } from 'order-components/node';

createServer(agnt5Node).listen(process.env.PORT ?? 8787);
