namespace Agnt5.Benchmarks.Types;

/// <summary>A value of each type, of an ordinary size.</summary>
public static class Samples
{
    private static readonly Guid Id = new("5f0e7f7a-2c1c-4a52-9f0e-5b8f8a1f2d3c");
    private static readonly DateTimeOffset Time = new(2026, 11, 4, 9, 30, 15, TimeSpan.Zero);

    public static Charge Charge { get; } = new("ch_000017", 12.50m);

    public static Order Order { get; } = new(
        Id, "o-1", "acc-17", 129.90m, 3, true, Time, "Ring twice", null, Zone.Abroad, CreateLines(3), new() { ["source"] = "web", ["campaign"] = "autumn" });

    public static Settings Settings { get; } = new() { Name = "primary", Region = "eu-west", Retries = 5, Verbose = true, Note = "as agreed" };

    public static Line[] Lines { get; } = [.. CreateLines(100)];

    public static Scalars Scalars { get; } = new(
        "text of some length", true, 7, 40_000, 1_234_567, 9_876_543_210, 1.5f, 3.14159265358979, 129.90m, Id, Time.UtcDateTime, Time, DateOnly.FromDateTime(Time.Date));

    public static Choices Choices { get; } = new(Zone.Home, Zone.Abroad, null, [Zone.Home, Zone.Abroad]);

    private static List<Line> CreateLines(int count) => [.. Enumerable.Range(0, count).Select(i => new Line($"article-{i}", i + 1, i % 2 == 0 ? null : 0.5m))];
}
