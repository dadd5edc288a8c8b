// A published npm folder on Deno.serve. Usage: deno run -A deno.mjs FOLDER PORT
const [folder, port] = Deno.args;
const { createAgnt5 } = await import(new URL(`${folder}/index.js`, `file://${Deno.cwd()}/`).href);
const handler = createAgnt5({ engine: 'wasm' });
Deno.serve({ hostname: '127.0.0.1', port: Number(port), onListen() {} }, request => handler.fetch(request));
