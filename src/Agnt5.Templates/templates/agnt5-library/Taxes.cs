using Agnt5;

namespace LibraryNamespace;

/// <summary>Components that any endpoint can serve: one that references this project does.</summary>
public static class Taxes
{
    /// <summary>Adds value-added tax to a price.</summary>
    /// <param name="price">The price without tax.</param>
    /// <param name="percent">The tax rate.</param>
    [Function]
    public static decimal AddTax(decimal price, int percent = 19) => price + (price * percent / 100);

    /// <summary>Tells the tax that a price contains.</summary>
    /// <param name="price">The price with tax.</param>
    /// <param name="percent">The tax rate.</param>
    [Tool]
    public static decimal TaxIn(decimal price, int percent = 19) => Math.Round(price * percent / (100 + percent), 2);
}
