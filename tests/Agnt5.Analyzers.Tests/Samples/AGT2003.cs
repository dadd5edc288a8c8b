using System.Text.Json.Serialization;

public sealed class Order
{
    public string Id { get; init; } = "";

    [JsonPropertyName("id")]
    public string LegacyNumber { get; init; } = "";
}

public sealed record Cased(string Total, string TOTAL, string total);

public sealed class Fine
{
    public string Id { get; init; } = "";

    [JsonIgnore, JsonPropertyName("id")]
    public string Ignored { get; init; } = "";

    [JsonPropertyName("ID")]
    public string OtherCase { get; init; } = "";
}

public static class Orders
{
    [Function]
    public static void TwoMembers(Order {|AGT2003:order|}) { }

    [Function]
    public static {|AGT2003:Cased|} SameInCamelCase() => throw new NotImplementedException();

    [Function]
    public static void TwoParameters(string id, string {|AGT2003:Id|}) { }

    [Function]
    public static Fine Fine(Fine fine, string id, string iD, [FromServices] IServiceProvider Fine) => fine;
}
