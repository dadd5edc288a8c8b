namespace Agnt5.Lambda.Events;

/// <summary>Translates the trace header of X-Ray into that of the W3C.</summary>
internal static class TraceHeader
{
    private const int RootLength = 35; // 1-{8 hex digits}-{24 hex digits}
    private const int ParentLength = 16;

    /// <param name="xray">For example <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.</param>
    /// <returns>A <c>traceparent</c>, or <see langword="null"/> where the header names no trace and parent.</returns>
    public static string? ToTraceParent(string xray)
    {
        string? trace = null, parent = null;
        var flags = "00";
        foreach (var part in xray.Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("Root=1-", StringComparison.Ordinal))
                trace = TraceOf(part["Root=".Length..]);
            else if (part.StartsWith("Parent=", StringComparison.Ordinal))
                parent = part["Parent=".Length..] is { Length: ParentLength } span && IsHex(span) ? span : null;
            else if (part is "Sampled=1")
                flags = "01";
        }

        return trace is null || parent is null ? null : $"00-{trace}-{parent}-{flags}".ToLowerInvariant();
    }

    private static string? TraceOf(string root) =>
        root.Length == RootLength && root[10] == '-' && $"{root[2..10]}{root[11..]}" is var trace && IsHex(trace) ? trace : null;

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigit);
}
