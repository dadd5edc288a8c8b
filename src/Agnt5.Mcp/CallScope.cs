using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>What the entrance knows of a request, and the handlers of the protocol library need.</summary>
/// <param name="Path">Where the request came in. Each route is a server of its own.</param>
/// <param name="Listening">
/// Fires when nobody waits for the answer any more. The protocol library knows requests by their ids alone, and could take a later request with the same id for this one.
/// </param>
internal sealed record CallScope(string Path, CancellationToken Listening)
{
    private const string Key = "agnt5.scope";

    /// <summary>Whether the request belongs to a session, in which the server can ask the client while the call runs.</summary>
    public bool IsInSession { get; init; }

    /// <summary>The path of a request, which includes that of the branch of the app.</summary>
    public static string PathOf(HttpRequest request) => request.PathBase.Add(request.Path).ToString();

    public static CallScope Of(JsonRpcMessage message) => (CallScope)message.Context!.Items![Key]!;

    public void PutInto(JsonRpcMessage message) => (message.Context!.Items ??= new Dictionary<string, object?>(StringComparer.Ordinal))[Key] = this;
}
