import { createAgnt5 } from 'shop-components';
import { invoke, secret } from './invoke.mjs';

const { fetch } = createAgnt5({ engine: process.argv[2], signingSecret: secret, serviceName: 'shop' });
const welcome = await invoke(fetch, 'greet', { name: 'Ada', items: 2 });
console.log(`${welcome.text} ${welcome.total.toFixed(1)} | ${await invoke(fetch, 'say', { number: 2.5 })}`);
