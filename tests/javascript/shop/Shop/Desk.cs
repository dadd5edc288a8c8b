using Agnt5;

namespace Shop;

/// <summary>What a customer gets, and what for.</summary>
/// <param name="Text">The greeting.</param>
/// <param name="Total">The price of what is in the basket.</param>
public sealed record Welcome(string Text, decimal Total);

public sealed class Desk(Prices prices)
{
    /// <summary>Greets a customer.</summary>
    [Function]
    public Welcome Greet(string name, int items = 0) => new($"{Greeting()} {name}", prices.Of(items));

    private static string Greeting()
    {
        using var text = typeof(Desk).Assembly.GetManifestResourceStream("Shop.Greetings.hello.txt") ?? throw new InvalidOperationException("The greeting is not in the assembly.");
        using var reader = new StreamReader(text);
        return reader.ReadToEnd().Trim();
    }
}
