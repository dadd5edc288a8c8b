import http from 'node:http';
import { Agnt5HostError, agnt5, createAgnt5, type Agnt5Options } from 'shop-components';
import { agnt5Express } from 'shop-components/express';
import { agnt5Fastify, createAgnt5Fastify } from 'shop-components/fastify';
import { agnt5Hono, createAgnt5Hono } from 'shop-components/hono';
import { agnt5Koa, createAgnt5Koa } from 'shop-components/koa';
import { GET, POST, createAgnt5Next } from 'shop-components/next';
import { withAgnt5 } from 'shop-components/next/config';
import { agnt5Node, createAgnt5Node } from 'shop-components/node';
import { invoke, secret } from './invoke.mjs';

const options: Agnt5Options = {
  engine: 'wasm',
  signingSecret: secret,
  serviceName: 'shop',
  enabled: () => true,
  prefix: process.env['PREFIX'],
  services: { REGION: 'eu', KEY: process.env['KEY'], price: async (item: string) => `${item} costs 2` },
};

// @ts-expect-error An option that nobody knows would silently do nothing.
createAgnt5.bind(undefined, { signingSecrets: secret });

// @ts-expect-error A switch that says 'false' would be on.
createAgnt5.bind(undefined, { enabled: () => 'false' });

// @ts-expect-error Only the package makes its errors, with a code.
Agnt5HostError.bind(undefined, 'text');

http.createServer(createAgnt5Node(options)).close();
const config = withAgnt5({ reactStrictMode: true });
const asked = withAgnt5(async (phase: string) => ({ reactStrictMode: phase.length > 0 }));
const starts = [agnt5, agnt5Node, agnt5Express, agnt5Fastify, agnt5Koa, agnt5Hono, createAgnt5Next(options)].map(handler => handler.ready);
const handlers = [
  ...starts,
  agnt5.fetch, agnt5Express, agnt5Fastify, createAgnt5Fastify(), agnt5Hono, createAgnt5Hono(options),
  agnt5Koa, createAgnt5Koa(options), agnt5Node, GET, POST, createAgnt5Next(options).POST,
];
if (!config.reactStrictMode || !(await asked('build')).reactStrictMode) throw new Error('withAgnt5 lost an option.');
if (handlers.some(handler => typeof handler !== 'function') || !(Agnt5HostError.prototype instanceof Error)) throw new Error('A module lacks what its types say.');

const { fetch } = createAgnt5(options);
const welcome = await invoke(fetch, 'greet', { name: 'Ada', items: 2 });
console.log(`${welcome.text} ${welcome.total.toFixed(1)} | ${await invoke(fetch, 'say', { number: 2.5 })}`);
