// Serves an app of bundle.mjs by wrangler's dev server. Variables of the endpoint become bindings.
// usage: node dev.mjs OUT --port N
import process from 'node:process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { unstable_dev } from 'wrangler';

const { values, positionals: [out] } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
const vars = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(agnt5_|agnt5__|logging__|aspnetcore_environment$|prices_url$)/i.test(name)));
const app = path.resolve(out, 'app');
process.chdir(app);
const worker = await unstable_dev(path.join(app, 'src', 'index.js'), {
  config: path.join(app, 'wrangler.jsonc'),
  ip: '127.0.0.1',
  port: Number(values.port),
  vars,
  experimental: { disableExperimentalWarning: true, testMode: true, disableDevRegistry: true, watch: false },
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => worker.stop().finally(() => process.exit()));
