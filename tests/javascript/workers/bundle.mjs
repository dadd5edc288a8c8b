// Bundles a Worker as wrangler deploys it, with the configuration that a user writes.
// usage: node bundle.mjs PACKAGE OUT [index|hono]
// OUT gets app/, a Worker with PACKAGE installed in it, and bundle/, what wrangler made of it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const [folder, out, main = 'index'] = process.argv.slice(2);
const here = import.meta.dirname, app = path.join(out, 'app'), modules = path.join(app, 'node_modules');

mkdirSync(path.join(app, 'src'), { recursive: true });
mkdirSync(modules);
symlinkSync(path.resolve(folder), path.join(modules, 'components'), 'dir');
symlinkSync(path.join(here, 'node_modules', 'hono'), path.join(modules, 'hono'), 'dir');
writeFileSync(path.join(app, 'src', 'index.js'), readFileSync(path.join(here, 'src', `${main}.js`)));
const settings = { name: 'rows', main: 'src/index.js', compatibility_date: '2026-04-01', compatibility_flags: ['nodejs_compat'] };
writeFileSync(path.join(app, 'wrangler.jsonc'), JSON.stringify(settings));

const wrangler = path.join(here, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' };
process.stdout.write(execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', path.resolve(out, 'bundle')], { cwd: app, env, encoding: 'utf8' }));
