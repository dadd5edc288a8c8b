// Serves a bundle of bundle.mjs by workerd, the runtime of Cloudflare Workers. Variables of the endpoint become bindings.
// usage: node serve.mjs OUT --port N [--flags a,b]
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values, positionals: [out] } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' }, flags: { type: 'string', default: '' } } });
const bundle = path.resolve(out, 'bundle'), text = JSON.stringify;
const files = readdirSync(bundle).filter(name => /\.(bin|wasm)$/.test(name));
const modules = [
  `(name = "index.js", esModule = embed "index.js")`,
  ...files.map(name => `(name = ${text(`./${name}`)}, ${name.endsWith('.wasm') ? 'wasm' : 'data'} = embed ${text(name)})`),
];
const bindings = Object.entries(process.env)
  .filter(([name]) => /^(agnt5_|agnt5__|logging__|aspnetcore_environment$|prices_url$)/i.test(name))
  .map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`);
const flags = ['nodejs_compat', ...values.flags.split(',').filter(Boolean)];

// It embeds files by names relative to its own place.
const settings = path.join(bundle, `worker-${values.port}.capnp`);
writeFileSync(settings, `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["public", "private"]))],
  sockets = [(name = "http", address = "127.0.0.1:${values.port}", http = (), service = "main")]
);
const worker :Workerd.Worker = (
  modules = [${modules.join(', ')}],
  bindings = [${bindings.join(', ')}],
  compatibilityDate = "2026-04-01",
  compatibilityFlags = ${text(flags)}
);
`);

const require = createRequire(import.meta.url);
const workerd = require.resolve(`@cloudflare/workerd-${{ linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform]}-${process.arch === 'x64' ? '64' : process.arch}/bin/workerd`);
const child = spawn(workerd, ['serve', settings], { stdio: 'inherit' });
// workerd waits for open connections when it is asked to end.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill('SIGKILL'));
child.on('exit', code => {
  rmSync(settings, { force: true });
  process.exitCode = code ?? 0;
});
