using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Agnt5.JavaScript.Bridge;
using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Wasm;

/// <summary>The JavaScript side that started this runtime: it sets the module <c>agnt5</c> before the program runs (npm/lib/engine-wasm.js).</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class WasmHost : IHost
{
    private const string Module = "agnt5";

    public unsafe void Answered(int request, ServerlessResponse answer)
    {
        using (answer)
        {
            var retryAfter = answer.RetryAfter is { } time ? (int)Math.Ceiling(time.TotalSeconds) : 0;
            // JavaScript copies the bytes before it returns.
            fixed (byte* body = answer.Body.Span)
                AnsweredImport(request, answer.StatusCode, retryAfter, (int)body, answer.Body.Length);
        }
    }

    public void Drained(int request) => DrainedImport(request);

    public void Fetch(int request, int call, OutgoingMessage message) =>
        FetchImport(request, call, message.Method, message.Url, message.Headers, message.Body, message.FollowsRedirects);

    public void AbortFetch(int call) => AbortFetchImport(call);

    public void Call(int endpoint, int request, int call, string name, string argument) => CallImport(endpoint, request, call, name, argument);

    public void Log(int endpoint, LogLevel level, string category, string text) => LogImport(endpoint, (int)level, category, text);

    [JSImport("answered", Module)]
    private static partial void AnsweredImport(int request, int status, int retryAfterSeconds, int body, int length);

    [JSImport("drained", Module)]
    private static partial void DrainedImport(int request);

    [JSImport("fetch", Module)]
    private static partial void FetchImport(int request, int call, string method, string url, string headers, byte[]? body, bool followsRedirects);

    [JSImport("abortFetch", Module)]
    private static partial void AbortFetchImport(int call);

    [JSImport("call", Module)]
    private static partial void CallImport(int endpoint, int request, int call, string name, string argument);

    [JSImport("log", Module)]
    private static partial void LogImport(int endpoint, int level, string category, string text);
}
