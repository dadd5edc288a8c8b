using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Agnt5.Endpoint.Tests.Components;

public sealed record Measurement(int Id, string Sensor, double Value, IReadOnlyList<string> Tags)
{
    public static Measurement Number(int id) => new(id, $"sensor-{id % 17} Größe 🌍", id / 8.0, ["a", "b"]);
}

public sealed record Batch(IReadOnlyList<Measurement> Measurements);

/// <summary>A batch with a limit on it, and one deep inside.</summary>
public sealed record LabelledBatch([MaxLength(5)] string Label, IReadOnlyList<Reading> Readings);

/// <summary>A crowd of people, none of whom is older than people get.</summary>
public sealed record Crowd(IReadOnlyList<Grown> People);

public sealed record Grown(string Name, int Years)
{
    private readonly int _height;

    public int Years { get; } = Years < 150 ? Years : throw new ArgumentOutOfRangeException(nameof(Years), "no age");

    public int Height { get => _height; init => _height = value < 300 ? value : throw new ArgumentException($"{value} is no height"); }
}

public sealed record Reading([Range(0, 99_999)] int Id, string Sensor);

public sealed record Tally(int Count, long Ids);

/// <summary>Free-form data beside typed members.</summary>
public sealed record Parcel(string Name, JsonElement Data);

/// <summary>Large things in and out.</summary>
public static class Bulk
{
    [Function]
    public static Tally CountMeasurements(Batch batch) => new(batch.Measurements.Count, batch.Measurements.Sum(static m => (long)m.Id));

    [Function]
    public static int CountPeople(Crowd crowd) => crowd.People.Count;

    [Function]
    public static int CountReadings(LabelledBatch batch) => batch.Readings.Count;

    [Function]
    public static IReadOnlyList<Measurement> MakeMeasurements(int count) => [.. Enumerable.Range(0, count).Select(Measurement.Number)];

    [Function]
    public static Parcel Repack(Parcel parcel) => parcel;

    /// <summary>Counts items.</summary>
    [Tool]
    public static string DescribeAll(IReadOnlyList<string>? names, int limit = 10) => $"{Math.Min(names?.Count ?? 0, limit)} items";

    [Function]
    public static string RunWithoutInput() => "ran";

    /// <summary>Is another list each time it is read.</summary>
    [Function]
    public static IEnumerable<Guid> MakeIds(int count) => Enumerable.Range(0, count).Select(static _ => Guid.NewGuid());

    [Workflow]
    public static async Task<string> DraftReport(WorkflowContext ctx, int length)
    {
        var title = await ctx.StepAsync("draft", async () =>
        {
            await ctx.EmitAsync("report.drafted", "report");
            return "report";
        });
        return title.PadRight(length, '.');
    }

    [Workflow]
    public static async Task<string> DraftTomorrow(WorkflowContext ctx)
    {
        var title = await ctx.StepAsync("draft", () => "report");
        await ctx.SleepAsync(TimeSpan.FromDays(1));
        return title;
    }

    [Workflow]
    public static async Task<Knot> DraftKnot(WorkflowContext ctx)
    {
        await ctx.StepAsync("draft", () => "report");
        return Faults.Tie();
    }
}

/// <summary>Returns a sequence that asks a service of its scope while it is read.</summary>
public sealed class LazyReader(ScopedNote note, Ledger ledger)
{
    [Function]
    public IEnumerable<string> ReadLazily()
    {
        note.Write("answered");
        return Enumerable.Range(0, 2).Select(_ => ledger.Entries.Contains("scope disposed") ? "disposed" : "open");
    }
}
