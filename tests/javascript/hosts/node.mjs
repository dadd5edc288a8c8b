import { createServer } from 'node:http';
import { load, options, port } from './arguments.mjs';

const { createAgnt5Node } = await load('node');
createServer(createAgnt5Node(options)).listen(port, '127.0.0.1');
