namespace Agnt5.Benchmarks.Types;

/// <summary>A small positional record: the usual result of a step.</summary>
public sealed record Charge(string Id, decimal Amount);

/// <summary>Twelve members of all sorts.</summary>
public sealed record Order(
    Guid Id,
    string Number,
    string AccountId,
    decimal Total,
    int Priority,
    bool IsPaid,
    DateTimeOffset PlacedAt,
    string? Note,
    decimal? Discount,
    Zone Zone,
    List<Line> Lines,
    Dictionary<string, string> Labels);

public sealed record Line(string Article, int Count, decimal? Discount);

/// <summary>Members that are set when the object is created.</summary>
public sealed class Settings
{
    public required string Name { get; init; }

    public required string Region { get; init; }

    public int Retries { get; init; } = 3;

    public bool Verbose { get; init; }

    public string? Note { get; init; }
}

public sealed record Scalars(
    string Text,
    bool Flag,
    byte Tiny,
    ushort Small,
    int Whole,
    long Large,
    float Single,
    double Double,
    decimal Money,
    Guid Id,
    DateTime Local,
    DateTimeOffset Instant,
    DateOnly Day);

public sealed record Choices(Zone First, Zone Second, Zone? Third, Zone[] Others);

public enum Zone
{
    Home,
    Abroad,
}
