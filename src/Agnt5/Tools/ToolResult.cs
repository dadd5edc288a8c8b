using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>The result of a tool call.</summary>
public sealed record ToolResult
{
    /// <summary>The tool's output as UTF-8 JSON; empty when there is none, or when the call failed.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>
    /// The output where it is a text, image or file for models (a content of Microsoft.Extensions.AI), or a list of them; else <see langword="null"/>. <see cref="Json"/> has it too.
    /// </summary>
    public IReadOnlyList<AIContent>? Contents { get; init; }

    /// <summary>What went wrong, in words that a caller may see; <see langword="null"/> when the call succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the arguments were wrong: they are not JSON, or do not bind to the tool's input. The tool did not run.</summary>
    public bool IsInputError { get; init; }
}
