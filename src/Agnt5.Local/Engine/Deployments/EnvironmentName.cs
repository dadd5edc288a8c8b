using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>The names of environments: 1 to 64 letters, digits, <c>_</c>, <c>-</c> and <c>.</c> of ASCII. They are parts of keys, where a colon ends them.</summary>
internal static class EnvironmentName
{
    /// <summary>Where runs go when nothing else is said.</summary>
    public const string Default = "production";

    private const int MostLength = 64;

    /// <summary>The problem of a name, or <see langword="null"/>.</summary>
    public static string? FindProblem(string? name) => name is { Length: > 0 and <= MostLength } && name.All(IsAllowed)
        ? null
        : $"The environment {QuotedText.Of(name ?? "")} has no valid name: use 1 to {MostLength} letters, digits, '_', '-' and '.'.";

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
