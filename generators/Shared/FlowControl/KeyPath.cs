namespace Agnt5.Shared;

/// <summary>
/// Takes a key expression apart: <c>input</c>, then names of members, with dots between them. The analyzers follow its parts through types, the local AGNT5 through a run's input.
/// </summary>
internal static class KeyPath
{
    /// <summary>The first part of every expression: the whole input.</summary>
    public const string Input = "input";

    /// <summary>The parts. Each one behind the first is the name of a member in JSON, as it is written.</summary>
    public static string[] Split(string expression) => expression.Split('.');

    /// <summary>Whether the parts begin with the input. No other expression leads to a key.</summary>
    public static bool IsOfInput(string[] parts) => parts[0] == Input;
}
