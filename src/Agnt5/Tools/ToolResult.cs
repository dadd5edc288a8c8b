namespace Agnt5;

/// <summary>How a call of a tool ended.</summary>
public sealed record ToolResult
{
    /// <summary>What the tool returned as UTF-8 JSON; empty when it has no value, or failed.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>What went wrong, in words that a caller may see; <see langword="null"/> when the call succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the arguments are what went wrong: they do not bind to the tool's input, and the tool did not run.</summary>
    public bool IsInputError { get; init; }
}
