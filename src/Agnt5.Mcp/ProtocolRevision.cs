using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The revisions of MCP that are served, by the header <c>MCP-Protocol-Version</c>.</summary>
internal static class ProtocolRevision
{
    public const string Header = "MCP-Protocol-Version";

    /// <summary>From this revision on, a request describes itself: there is no handshake, and headers repeat what the body says.</summary>
    private const string FirstWithoutHandshake = "2026-07-28";

    private const string FirstWithResourceLinks = "2025-06-18";

    public static IReadOnlyList<string> Served { get; } = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", FirstWithoutHandshake];

    public static bool IsWithoutHandshake(string? revision) => string.CompareOrdinal(revision, FirstWithoutHandshake) >= 0;

    /// <summary>Whether the result of a tool may have links to resources. A client that names no revision speaks an early one.</summary>
    public static bool HasResourceLinks(string? revision) => string.CompareOrdinal(revision, FirstWithResourceLinks) >= 0;

    /// <summary>The error of a resource that does not exist. The revisions with a handshake have one of its own.</summary>
    public static McpErrorCode ResourceNotFound(string? revision) => IsWithoutHandshake(revision) ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound;

    public static UnsupportedProtocolVersionErrorData NotServed(string requested) => new() { Requested = requested, Supported = [.. Served] };
}
