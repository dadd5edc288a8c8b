using Agnt5;

namespace OwnHost;

public static class Greetings
{
    /// <summary>Greets a person.</summary>
    /// <param name="name">Whom to greet.</param>
    [Function]
    public static string Greet(string name) => $"Hello, {name}!";
}
