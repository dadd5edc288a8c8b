import { Agnt5HostError } from './errors.js';

/**
 * Starts the WebAssembly engine: the .NET runtime in the files beside this package, with the program in it.
 * @param {object} host What the engine calls.
 * @param {object} env The environment of the program.
 */
export async function start(host, env) {
  const { dotnet } = await load();
  const runtime = await dotnet.withEnvironmentVariables(env).create();
  // The runtime asks new Request("") before each body that it sends, which throws where there is no page to be relative to.
  runtime.INTERNAL.http_wasm_supports_streaming_request = () => false;
  runtime.setModuleImports('agnt5', imports(host));
  await runtime.runMain();
  return engine((await runtime.getAssemblyExports('Agnt5.JavaScript')).Agnt5.JavaScript.Wasm.WasmExports);
}

/**
 * What the engine calls, as the runtime takes it: bytes are a view into its memory, which is copied here.
 * @param {object} host
 */
export function imports(host) {
  return { ...host, answered: (request, status, retryAfter, bytes) => host.answered(request, status, retryAfter, bytes.slice()) };
}

/**
 * The engine over the exports of the runtime.
 * @param {object} exports
 */
export function engine(exports) {
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

async function load() {
  try {
    return await import('../wasm/dotnet.js');
  } catch (error) {
    throw new Agnt5HostError('FILES_MISSING', 'The folder wasm of this package could not be loaded. Keep the package out of the bundle, or copy its folder wasm beside the bundle.', error);
  }
}
