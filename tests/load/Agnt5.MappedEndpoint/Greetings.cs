namespace Agnt5.MappedEndpoint;

/// <summary>What a greeting says.</summary>
/// <param name="Message">The greeting.</param>
public sealed record Greeting(string Message);

/// <summary>The workflow that the measurement invokes, as the QuickStart sample has it.</summary>
public static class Greetings
{
    /// <summary>Greets a person.</summary>
    /// <param name="name">Person to greet.</param>
    [Workflow]
    public static Greeting Hello(string? name) => new($"hello {name ?? "world"}");
}
