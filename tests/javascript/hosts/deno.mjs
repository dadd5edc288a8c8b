import { load, options, port } from './arguments.mjs';

const { createAgnt5 } = await load('.');
const agnt5 = createAgnt5(options);
Deno.serve({ port, hostname: '127.0.0.1' }, request => agnt5.fetch(request));
