using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Agnt5.Endpoint.Tests.Components;

public enum Carrier
{
    Post,
    [JsonStringEnumMemberName("by bike")]
    Bike,
}

public readonly record struct Point(double X, double Y);

public record Stop(string Place, Point? At, Carrier Carrier);

/// <summary>A member of each kind that generated code writes in its own way.</summary>
public sealed record Trip(
    string Name,
    string? Note,
    bool IsPaid,
    byte Small,
    ulong Large,
    float Single,
    decimal? Price,
    char Grade,
    Guid Id,
    Guid? Other,
    DateTime Local,
    DateTimeOffset? Instant,
    DateOnly Day,
    TimeSpan Took,
    Uri? Link,
    byte[]? Bytes,
    Carrier? Carrier,
    Point Start,
    Stop? Last,
    Stop[] Stops,
    IReadOnlyList<List<int?>>? Matrix,
    Dictionary<string, Stop?> Named,
    IReadOnlyDictionary<string, Carrier> Carriers,
    JsonElement Data,
    JsonNode? Node)
{
    [JsonPropertyName("\"quoted\" <ü>"), JsonPropertyOrder(-1)]
    public string Computed => Name + "\n\u2028 <b> 🌍";
}

public sealed class Unset
{
    public string Name { get; set; } = null!;
}

public sealed record Sparse([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note);

public sealed record Link(string Name, Dictionary<string, Chain> Chains);

public sealed record Chain(Link[] Links);

/// <summary>Values that are written.</summary>
public static class Written
{
    [Function]
    public static Trip KeepTrip(Trip trip) => trip;

    [Function]
    public static List<Stop> KeepStops([Input] List<Stop> stops) => stops;

    [Function]
    public static Dictionary<string, Stop> KeepNamedStops(Dictionary<string, Stop> stops) => stops;

    [Function]
    public static Unset ReturnUnset() => new();

    [Function]
    public static Sparse KeepSparse(Sparse sparse) => sparse;

    [Function]
    public static Link KeepLink(Link link) => link;
}
