namespace Agnt5.Protocol;

/// <summary>The protocol's two routes (protocol section 1).</summary>
internal enum ProtocolRoute
{
    None,
    Manifest,
    Invoke,
}

/// <summary>Matches a request with a route: exact path, exact method.</summary>
internal static class ProtocolRoutes
{
    /// <summary>The answer to everything that is not a protocol route.</summary>
    public static ReadOnlyMemory<byte> NotFoundBody { get; } =
        """{"error":"not_found","message":"AGNT5 workerless route not found"}"""u8.ToArray();

    public static ProtocolRoute Match(string method, string path) => (method, path) switch
    {
        ("POST", ServerlessEndpoint.InvokePath) => ProtocolRoute.Invoke,
        ("GET", ServerlessEndpoint.ManifestPath) => ProtocolRoute.Manifest,
        _ => ProtocolRoute.None,
    };
}
