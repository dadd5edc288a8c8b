namespace Agnt5.Mcp.Tests.Components;

/// <summary>A way to pay.</summary>
[System.Text.Json.Serialization.JsonDerivedType(typeof(Card), "card")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Cash), "cash")]
public abstract record Payment;

public sealed record Card(string Number) : Payment;

public sealed record Cash(int Coins) : Payment;

/// <summary>Tools whose input, result or name is not what clients take.</summary>
public static class Shapes
{
    /// <summary>Digs in the deepest level.</summary>
    /// <param name="place">Where.</param>
    [Tool]
    public static string Dig(Level01 place) => place.Next.Next.Next.Next is null ? "nowhere" : "dug";

    /// <summary>Finds the deepest level.</summary>
    [Tool]
    public static Level23 FindLevel() => new(new Level24(new Level25(7)));

    /// <summary>Takes money.</summary>
    /// <param name="payment">How it is paid.</param>
    [Tool]
    public static string Pay([Input] Payment payment) => payment switch { Card card => $"card {card.Number}", Cash cash => $"{cash.Coins} coins", _ => "nothing" };

    /// <summary>Has a name of foreign letters.</summary>
    [Tool("größe")]
    public static int Size() => 7;

    /// <summary>Has a name with a dot.</summary>
    [Tool("shop.open")]
    public static string Open() => "open";

    /// <summary>Has a name that gives way.</summary>
    [Tool("shop/close")]
    public static string CloseSlashed() => "slashed";

    /// <summary>Has the name that the other would have.</summary>
    [Tool("shop_close")]
    public static string Close() => "closed";
}

public sealed record Level01(Level02 Next);
public sealed record Level02(Level03 Next);
public sealed record Level03(Level04 Next);
public sealed record Level04(Level05 Next);
public sealed record Level05(Level06 Next);
public sealed record Level06(Level07 Next);
public sealed record Level07(Level08 Next);
public sealed record Level08(Level09 Next);
public sealed record Level09(Level10 Next);
public sealed record Level10(Level11 Next);
public sealed record Level11(Level12 Next);
public sealed record Level12(Level13 Next);
public sealed record Level13(Level14 Next);
public sealed record Level14(Level15 Next);
public sealed record Level15(Level16 Next);
public sealed record Level16(Level17 Next);
public sealed record Level17(Level18 Next);
public sealed record Level18(Level19 Next);
public sealed record Level19(Level20 Next);
public sealed record Level20(Level21 Next);
public sealed record Level21(Level22 Next);
public sealed record Level22(Level23 Next);
public sealed record Level23(Level24 Next);
public sealed record Level24(Level25 Next);
public sealed record Level25(int Value);
