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

    /// <summary>The names of the headers that <see cref="Begin"/> expects, with commas in between.</summary>
    [JSExport]
    internal static string HeaderNames() => string.Join(',', PickedHeaders.Names);

    [JSExport]
    internal static int ResizeBox(int bytes) => WasmBox.Resize(bytes);

    // Numbers alone, which cross over at the least cost: the rest is in the box. A length of -1 stands for none that was declared, and for a body that follows in parts.
    [JSExport]
    internal static void Begin(int request, int endpoint, int route, int headLength, int bodyLength, int context, double contentLength)
    {
        var head = WasmBox.ReadHead((WasmRoute)route, headLength, context, contentLength);
        if (bodyLength < 0)
            Engine.Begin(request, endpoint, head);
        else
            Engine.Begin(request, endpoint, head, WasmBox.ReadBody(headLength, bodyLength));
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
