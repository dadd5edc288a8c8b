namespace Agnt5.JavaScript.Wasm;

/// <summary>The protocol's routes, as npm/lib/request-box.js numbers them.</summary>
internal enum WasmRoute
{
    None,
    Invoke,
    Manifest,
}
