using Agnt5;

namespace QuickStart;

/// <summary>What a greeting says.</summary>
/// <param name="Message">The greeting.</param>
public sealed record Greeting(string Message);

public static class Greetings
{
    /// <summary>Greets a person.</summary>
    /// <param name="name">Person to greet.</param>
    [Workflow]
    public static Greeting Hello(string? name) => new($"hello {name ?? "world"}");
}
