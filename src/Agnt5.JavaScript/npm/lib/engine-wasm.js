import { Agnt5HostError } from './errors.js';
import { filesMissing } from './files.js';

let starting;

/**
 * Starts the WebAssembly engine: the .NET runtime in the files of this package, with the program in it. There is one in a process.
 * @param {object} host What the engine calls.
 * @param {Record<string, string>} env The environment of the program.
 * @returns {Promise<object>} The engine.
 */
export function start(host, env) {
  return starting ??= load(env).then(runtime => connect(runtime, host));
}

/**
 * Runs the program in a runtime that was created.
 * @param {object} runtime
 * @param {object} host What the engine calls.
 * @returns {Promise<object>} The engine.
 */
export async function connect(runtime, host) {
  // The runtime asks new Request("") before each body that it sends, which throws where there is no page to be relative to.
  runtime.INTERNAL.http_wasm_supports_streaming_request = () => false;
  // Bytes are a view into the runtime's memory, which is copied here.
  runtime.setModuleImports('agnt5', { ...host, answered: (request, status, retryAfter, bytes) => host.answered(request, status, retryAfter, bytes.slice()) });
  await runMain(runtime);
  const exports = (await runtime.getAssemblyExports('Agnt5.JavaScript')).Agnt5.JavaScript.Wasm.WasmExports;
  return {
    open: exports.Open,
    setContext: exports.SetContext,
    begin: exports.Begin,
    push: exports.Push,
    endBody: exports.EndBody,
    cancel: exports.Cancel,
    fetched: exports.Fetched,
    fetchFailed: exports.FetchFailed,
    called: exports.Called,
    callFailed: exports.CallFailed,
  };
}

async function load(env) {
  refuseWithoutReading();
  try {
    const { dotnet } = await import('../wasm/dotnet.js');
    return await dotnet.withEnvironmentVariables(env).create();
  } catch (error) {
    throw filesMissing('wasm', error);
  }
}

// The runtime ends the process of Deno when it may not read its files.
function refuseWithoutReading() {
  const read = globalThis.Deno?.permissions?.querySync({ name: 'read', path: new URL('../wasm', import.meta.url) });
  if (read && read.state !== 'granted') throw filesMissing('wasm', new Error('it may not be read: run Deno with --allow-read'));
}

async function runMain(runtime) {
  try {
    await runtime.runMain();
  } catch (error) {
    throw new Agnt5HostError('PROGRAM_FAILED', `Program.cs has thrown: ${error?.message ?? error}`, error);
  }
}
