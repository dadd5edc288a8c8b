using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Wasm;

/// <summary>What npm/lib/engine-wasm.js calls: <see cref="Engine"/>, in types that cross over.</summary>
[SupportedOSPlatform("browser")]
internal static partial class WasmExports
{
    private static readonly Engine Engine = new(new WasmHost());

    [JSExport]
    internal static int Open(string settings) => Engine.Open(settings);

    [JSExport]
    internal static void SetContext(int context, string json) => Engine.SetContext(context, json);

    // A length of -1 stands for none that was declared, and no body for one that follows in parts.
    [JSExport]
    internal static void Begin(int request, int endpoint, string method, string path, string headers, int context, double contentLength, byte[]? body)
    {
        var head = new RequestHead(method, path, headers, context, contentLength < 0 ? null : (long)contentLength);
        if (body is null)
            Engine.Begin(request, endpoint, head);
        else
            Engine.Begin(request, endpoint, head, body);
    }

    [JSExport]
    internal static bool Push(int request, byte[] part) => Engine.Push(request, part);

    [JSExport]
    internal static void EndBody(int request, bool isWhole) => Engine.EndBody(request, isWhole);

    [JSExport]
    internal static void Cancel(int request) => Engine.Cancel(request);

    [JSExport]
    internal static void Fetched(int call, int status, string headers, byte[] body) => Engine.Fetched(call, new FetchedMessage(status, headers, body));

    [JSExport]
    internal static void FetchFailed(int call, string why) => Engine.FetchFailed(call, why);

    [JSExport]
    internal static void Called(int call, string text) => Engine.Called(call, text);

    [JSExport]
    internal static void CallFailed(int call, string why) => Engine.CallFailed(call, why);
}
