/** Workers compile WebAssembly when they are deployed, never at run time. So the module is imported, and the compiler of the runtime's loader is given it. */
import native from '../wasm/dotnet.native.wasm';

/** The runtime would compile its hottest loops to WebAssembly, which Workers refuse. */
const withoutCompiler = ['--no-jiterpreter-traces-enabled', '--no-jiterpreter-interp-entry-enabled', '--no-jiterpreter-jit-call-enabled'];

/**
 * Loads the .NET runtime of this package.
 * @param {object} env The environment of the program.
 * @returns {Promise<object>} The API of the runtime. The program has not run yet.
 */
export async function loadRuntime(env) {
  const { dotnet } = await import('../wasm/dotnet.js');
  const placeholder = new ArrayBuffer(8);
  const compile = WebAssembly.compile;
  WebAssembly.compile = bytes => bytes === placeholder ? Promise.resolve(native) : compile(bytes);
  try {
    return await dotnet
      .withModuleConfig({ onConfigLoaded: config => handOver(config.resources, placeholder) })
      .withRuntimeOptions(withoutCompiler)
      .withEnvironmentVariables(env)
      .create();
  } finally {
    WebAssembly.compile = compile;
  }
}

/** The bundler gave the bytes of each file where the loader looks for its address. */
function handOver(resources, placeholder) {
  for (const file of [...resources.coreAssembly, ...resources.assembly]) {
    file.buffer = file.resolvedUrl;
    file.resolvedUrl = file.name;
  }
  for (const file of resources.wasmNative) {
    file.buffer = placeholder;
    file.resolvedUrl = file.name;
  }
}
