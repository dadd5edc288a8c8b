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
    public const string ManifestPath = "/.well-known/agnt5";
    public const string InvokePath = "/agnt5/invoke";

    /// <summary>The answer to everything that is not a protocol route.</summary>
    public static ReadOnlyMemory<byte> NotFoundBody { get; } =
        """{"error":"not_found","message":"AGNT5 workerless route not found"}"""u8.ToArray();

    public static ProtocolRoute Match(string method, string path) => (method, path) switch
    {
        ("POST", InvokePath) => ProtocolRoute.Invoke,
        ("GET", ManifestPath) => ProtocolRoute.Manifest,
        _ => ProtocolRoute.None,
    };
}
