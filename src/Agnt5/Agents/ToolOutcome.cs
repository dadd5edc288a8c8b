namespace Agnt5.Agents;

/// <summary>The outcome of a tool call, for the model.</summary>
/// <param name="Result">A text, or a list of contents.</param>
/// <param name="Error">What went wrong, or <see langword="null"/>.</param>
internal readonly record struct ToolOutcome(object? Result, string? Error = null)
{
    public static ToolOutcome Failed(string error) => new($"Error: {error}", error);
}
