using System.Globalization;
using Agnt5.Testing.Exploring.Playing;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>Compares the events of two runs whose steps gave the same.</summary>
internal static class EventComparison
{
    /// <returns>What differs, or <see langword="null"/>.</returns>
    public static Difference? Find(PlayedRun run, PlayedRun plain)
    {
        var (expected, got) = (Texts(plain), Texts(run));
        if (expected.SequenceEqual(got))
            return null;

        var headline = FindCount(run, expected, got) ?? (run.HasOverlaps || run.FailedAttempts > 0 ? null : "emits its events in another order");
        return headline is null ? null : new Difference(headline, Advice.Events) { Expected = string.Join(", ", expected), Got = string.Join(", ", got) };
    }

    private static string? FindCount(PlayedRun run, List<string> expected, List<string> got)
    {
        var counts = got.CountBy(static one => one).ToDictionary();
        foreach (var (one, count) in expected.CountBy(static one => one))
        {
            var now = counts.GetValueOrDefault(one);
            if (now < count)
                return $"loses an event: {one}";
            // A failing attempt of the run emits its events, and so does the next one.
            if (now > count && run.FailedAttempts == 0)
                return $"emits an event {now.ToString(CultureInfo.InvariantCulture)} times: {one}";
            counts.Remove(one);
        }

        return counts.Count == 0 ? null : $"emits another event: {counts.First().Key}";
    }

    private static List<string> Texts(PlayedRun run) => [.. run.Events.Select(static emitted => $"{emitted.EventType} {PlayedRun.Text(emitted.Data)}")];
}
