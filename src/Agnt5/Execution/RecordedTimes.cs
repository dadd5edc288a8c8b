using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>The times that the workflow has read (protocol section 6, <c>agnt5:now</c>). A replay reads the same times, in call order.</summary>
internal sealed class RecordedTimes(Checkpoint checkpoint, TimeProvider time)
{
    private List<long>? _times;
    private int _recorded;

    /// <summary>How many times the code has read the clock in this slice.</summary>
    public int Given { get; private set; }

    public DateTimeOffset Next()
    {
        _times ??= Read();
        if (Given == _times.Count)
            _times.Add(time.GetUtcNow().ToUnixTimeMilliseconds());

        return UnixTime.ToDateTimeOffset(_times[Given++]);
    }

    /// <summary>Records the times.</summary>
    /// <param name="leftOutFrom">The point at which the code was given a failure that is not recorded. A retry may branch differently from there, and reads the clock again.</param>
    public void Seal(BodyProgress? leftOutFrom)
    {
        var kept = leftOutFrom?.Times ?? Math.Max(Given, _recorded);
        if (kept != _recorded)
            Record(checkpoint, _times!.Take(kept));
    }

    /// <summary>The times that earlier slices have read.</summary>
    public static List<long> Recorded(Checkpoint checkpoint) => checkpoint.TryGetReserved(DurableKey.Now, out var json)
        ? RecordedValues.Read(DurableKey.Now, json, "a list of integers", static root => root.EnumerateArray().Select(static time => time.GetInt64()).ToList())
        : [];

    /// <summary>Records the times.</summary>
    public static void Record(Checkpoint checkpoint, IEnumerable<long> times) => checkpoint.Record(DurableKey.Now, JsonBytes.Write(times, static (writer, times) =>
    {
        writer.WriteStartArray();
        foreach (var time in times)
            writer.WriteNumberValue(time);
        writer.WriteEndArray();
    }));

    private List<long> Read()
    {
        var times = Recorded(checkpoint);
        _recorded = times.Count;
        return times;
    }
}
