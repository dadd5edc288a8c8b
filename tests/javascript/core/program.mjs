// A program that throws behind JavaScriptHost.Serve (AGNT5_TESTED_PROGRAM=throws): the process goes on, and says what was thrown. With the addon, requests are answered, unless the program had thrown
// before the host saw that it serves.
import { createAgnt5, engine, hello, secret, signed } from './calls.mjs';

const agnt5 = createAgnt5({ engine, signingSecret: secret });
const { status } = await agnt5.fetch(new Request('http://localhost/agnt5/invoke', { method: 'POST', headers: signed(hello), body: hello }));
console.log(`answered ${status}`);
