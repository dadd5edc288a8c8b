using System.Buffers;
using Agnt5.Agents;

namespace Agnt5.Mcp;

/// <summary>The name by which clients know a tool. MCP has letters, digits, underscores, hyphens and dots, at most 128 (revision 2025-11-25, "Tool Names").</summary>
internal static class ClientToolName
{
    private const int Longest = 128;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <returns>The name itself where MCP has it. Else the name that models of agents know.</returns>
    public static string Of(string name) => name.Length is > 0 and <= Longest && !name.AsSpan().ContainsAnyExcept(Allowed) ? name : OfferedName.Of(name);
}
