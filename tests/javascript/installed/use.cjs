const { createAgnt5 } = require('shop-components');

(async () => {
  const { invoke, secret } = await import('./invoke.mjs');
  const { fetch } = createAgnt5({ engine: process.argv[2], signingSecret: secret, serviceName: 'shop' });
  const welcome = await invoke(fetch, 'greet', { name: 'Ada', items: 2 });
  console.log(`${welcome.text} ${welcome.total.toFixed(1)} | ${await invoke(fetch, 'say', { number: 2.5 })}`);
})();
