using System.Text.Json.Serialization;

public sealed class Order
{
    public string Id { get; init; } = "";

    [JsonPropertyName("id")]
    public string LegacyNumber { get; init; } = "";
}

public sealed record Cased(string Total, string TOTAL, string total);

[JsonDerivedType(typeof(Circle), "circle")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
public class Shape
{
    public string Kind { get; set; } = "";
}

public sealed class Circle : Shape;

[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Cash), "card")]
public class Payment;

public sealed class Card : Payment;

public sealed class Cash : Payment;

[JsonDerivedType(typeof(Sms), "sms")]
[JsonDerivedType(typeof(Letter), "letter")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
public abstract record Message;

public sealed record Sms(string Type) : Message;

public sealed record Letter(string Text) : Message;

[JsonDerivedType(typeof(Bus), "bus")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
public abstract class Vehicle;

public sealed class Bus : Vehicle
{
    [JsonIgnore]
    public string Kind { get; set; } = "";

    [JsonPropertyName("Kind")]
    public string Other { get; set; } = "";
}

public sealed class Open
{
    [JsonExtensionData]
    public Dictionary<string, object>? Rest { get; set; }

    [JsonExtensionData]
    public Dictionary<string, object>? More { get; set; }
}

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
    public static {|AGT2003:(string Name, string name)|} TwoElements() => throw new NotImplementedException();

    [Function]
    public static {|AGT2003:Shape|} Discriminator() => throw new NotImplementedException();

    [Function]
    public static {|AGT2003:Message|} DiscriminatorOfDerived() => throw new NotImplementedException();

    [Function]
    public static Vehicle IgnoredInDerived() => throw new NotImplementedException();

    [Function]
    public static {|AGT2003:Payment|} TwoDerivedTypes() => throw new NotImplementedException();

    [Function]
    public static {|AGT2003:Open|} TwiceOpen() => throw new NotImplementedException();

    [Function]
    public static void TwoParameters(string id, string {|AGT2003:Id|}) { }

    [Function]
    public static Fine Fine(Fine fine, string id, string iD, [FromServices] IServiceProvider Fine) => fine;
}
