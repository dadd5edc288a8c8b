public sealed record Sku(string Code);

public sealed record Prices(Dictionary<Sku, decimal> BySku);

public sealed record Names(Dictionary<string, string> ByCode);

public static class Orders
{
    [Function]
    public static void KeyOfAMember(Prices {|AGT2007:prices|}) { }

    [Function]
    public static {|AGT2007:IReadOnlyDictionary<byte[], int>|} KeyOfTheResult() => throw new NotImplementedException();

    [Function]
    public static Names Text(Names names) => names;
}
