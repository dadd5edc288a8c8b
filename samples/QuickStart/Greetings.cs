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

    /// <summary>Greets people one after the other. Each greeting goes out as an event, and the output is all of them.</summary>
    /// <param name="names">People to greet.</param>
    [Function]
    public static async IAsyncEnumerable<string> GreetAll(string[] names)
    {
        foreach (var name in names)
        {
            await Task.Yield();
            yield return $"hello {name}";
        }
    }
}
