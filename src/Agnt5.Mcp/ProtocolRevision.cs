using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The revisions of MCP that are served, by the header <c>MCP-Protocol-Version</c>.</summary>
internal static class ProtocolRevision
{
    public const string Header = "MCP-Protocol-Version";

    /// <summary>From this revision on, a request describes itself: there is no handshake, and headers repeat what the body says.</summary>
    private const string FirstWithoutHandshake = "2026-07-28";

    public static IReadOnlyList<string> Served { get; } = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", FirstWithoutHandshake];

    public static bool IsWithoutHandshake(string? revision) => string.CompareOrdinal(revision, FirstWithoutHandshake) >= 0;

    public static UnsupportedProtocolVersionErrorData NotServed(string requested) => new() { Requested = requested, Supported = [.. Served] };
}
