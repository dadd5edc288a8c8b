import { Agnt5HostError } from './errors.js';
import { filesMissing } from './files.js';
import { hostMac } from './mac.js';
import { RequestBox } from './request-box.js';
import { hold, letGo } from './timers.js';

/**
 * The runtime compiles what runs often to WebAssembly, in pieces that end at each call. A short piece costs more to enter and to leave than it saves, so it keeps only those that go on for some 50
 * operations, or that loop. By default it keeps those of 10.
 */
const compileWhatLasts = ['--jiterpreter-trace-monitoring-short-distance=30', '--jiterpreter-trace-monitoring-long-distance=60'];

let starting;

/**
 * Starts the WebAssembly engine: the .NET runtime in the files of this package, with the program in it. There is one in a process.
 * @param {object} host What the engine calls.
 * @param {Record<string, string>} env The environment of the program.
 * @returns {Promise<object>} The engine.
 */
export function start(host, env) {
  return starting ??= holding(host, env);
}

/** The process lives on while a request is in flight, and ends when it has nothing else to do: a timer that .NET left behind holds it no longer. */
async function holding(host, env) {
  hold();
  try {
    const engine = await connect(await load(env), {
      ...host,
      answered: (request, status, retryAfter, bytes) => {
        letGo();
        host.answered(request, status, retryAfter, bytes);
      },
    });
    return { ...engine, begin: (...request) => whileHeld(() => engine.begin(...request)) };
  } finally {
    letGo();
  }
}

// The answer lets go, unless the request could not begin.
function whileHeld(begin) {
  hold();
  try {
    begin();
  } catch (error) {
    letGo();
    throw error;
  }
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
  // The bytes of an answer are an address in the runtime's memory, which it uses again: they are copied here.
  const copy = (start, length) => runtime.localHeapViewU8().slice(start >>> 0, (start >>> 0) + length);
  runtime.setModuleImports('agnt5', { ...host, ...hostMac(runtime), answered: (request, status, retryAfter, start, length) => host.answered(request, status, retryAfter, copy(start, length)) });
  await runMain(runtime);
  const exports = (await runtime.getAssemblyExports('Agnt5.JavaScript')).Agnt5.JavaScript.Wasm.WasmExports;
  const box = new RequestBox(runtime, exports);
  return {
    open: exports.Open,
    setContext: exports.SetContext,
    begin: (...request) => box.begin(...request),
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
    return await dotnet.withRuntimeOptions(compileWhatLasts).withEnvironmentVariables(env).create();
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
