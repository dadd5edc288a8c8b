// An engine that the test plays, so that it says what C# would be told.
import { pathToFileURL } from 'node:url';

export const from = file => import(pathToFileURL(`${process.env.AGNT5_TESTED_PACKAGE}/lib/${file}`).href);

const { Runtime } = await from('runtime.js'), { Endpoint } = await from('endpoint.js');

/** Opens an endpoint in it. */
export async function open(options) {
  const told = { failed: [], called: [] };
  const runtime = new Runtime(async host => {
    told.host = host;
    return {
      open: settings => {
        told.settings = JSON.parse(settings);
        return 1;
      },
      setContext() {},
      begin: (...request) => { told.begun = request; },
      called: (call, text) => told.called.push(text),
      callFailed: (call, why) => told.failed.push(why),
    };
  });
  const endpoint = new Endpoint({ env: {}, log: () => {}, ...options }, async (engine, env) => {
    await runtime.start(env);
    return runtime;
  });
  await endpoint.open();
  return { endpoint, told };
}
