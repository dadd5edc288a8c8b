// A published npm folder on node:http. Usage: node node.mjs FOLDER addon|wasm PORT
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, engine, port] = process.argv.slice(2);
const { createAgnt5Node } = await import(pathToFileURL(path.resolve(folder, 'node.js')));
const handler = createAgnt5Node({ engine });
await handler.ready();
http.createServer(handler).listen(Number(port), '127.0.0.1');
