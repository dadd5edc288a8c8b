using Agnt5;

namespace Shop;

public sealed class Prices
{
    public decimal Of(int items) => items * 2.5m;
}

public static class Clerk
{
    /// <summary>Says a number as it is written everywhere.</summary>
    [Function]
    public static string Say(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
