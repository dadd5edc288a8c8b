using System.Globalization;
using System.Text;
using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;
using Agnt5.Primitives;
using Agnt5.Testing.Json;
using Agnt5.Testing.Recording;

namespace Agnt5.Testing.Timelines;

/// <summary>Writes what happened in a run: a line for each thing, with the time since the run was started.</summary>
internal static class Timeline
{
    private const int MostText = 160;

    /// <param name="run">The run.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="journal">Its journal.</param>
    /// <param name="slices">What its slices did.</param>
    public static string Write(RunState run, ReadOnlyMemory<byte> input, IReadOnlyList<JournalEntry> journal, IReadOnlyList<SliceLog> slices)
    {
        var spec = run.Spec;
        var start = DateTimeOffset.FromUnixTimeMilliseconds(spec.CreatedAtMs);
        TimelineRow[] rows = [new(start, "accepted", Accepted(run, input)), .. Rows(run, start, journal, slices)];
        var times = rows.Select(row => Spans.Text(row.At - start)).ToArray();
        var timeWidth = times.Max(static time => time.Length);
        var whatWidth = rows.Max(static row => row.What.Length + (row.IsInSlice ? 2 : 0));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{spec.ComponentType} {spec.ComponentName} ({spec.RunId}) is {RunStatus.Of(run.Phase)}.");
        for (var i = 0; i < rows.Length; i++)
        {
            var what = (rows[i].IsInSlice ? "  " : "") + rows[i].What;
            text.Append('\n').Append($"  {times[i].PadLeft(timeWidth)}  {what.PadRight(whatWidth)}  {CallerText.Shorten(rows[i].Text, MostText)}".TrimEnd());
        }

        return text.ToString();
    }

    // Of an event's envelope, a reader wants the event.
    private static string Accepted(RunState run, ReadOnlyMemory<byte> input) =>
        run.Spec.EventRunId is not null && TestJson.Parse(input) is { ValueKind: JsonValueKind.Object } envelope && envelope.TryGetProperty("event", out var happened)
            ? $"by the event {happened.Text("name")}: {happened.Raw("data")}"
            : Encoding.UTF8.GetString(input.Span);

    private static IEnumerable<TimelineRow> Rows(RunState run, DateTimeOffset start, IReadOnlyList<JournalEntry> journal, IReadOnlyList<SliceLog> slices)
    {
        var next = 0;
        foreach (var entry in journal)
        {
            for (; next < slices.Count && slices[next].AfterSequence < entry.Sequence; next++)
            {
                foreach (var row in SliceRows(slices[next]))
                    yield return row;
            }

            if (JournalRow.Of(entry, run.Spec.ComponentType, start) is { } line)
                yield return line;
        }

        foreach (var row in slices.Skip(next).SelectMany(SliceRows))
            yield return row;
    }

    private static IEnumerable<TimelineRow> SliceRows(SliceLog slice)
    {
        var attempt = slice.Attempt == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"attempt {slice.Attempt + 1} of the run");
        yield return new TimelineRow(slice.At, string.Create(CultureInfo.InvariantCulture, $"slice {slice.Number}"), attempt);
        foreach (var item in slice.Items)
        {
            if (item is TestStep step)
                yield return new TimelineRow(step.At, step.Failure is null ? "step" : "failed", StepText(step), IsInSlice: true);
            else if (item is TestLog line && ShownLogs.Shows(line))
                yield return new TimelineRow(line.At, "log", ShownLogs.Text(line), IsInSlice: true);
        }

        foreach (var open in slice.Open)
            yield return new TimelineRow(slice.At, "runs", $"{open.ShownKey}, which has not ended", IsInSlice: true);
    }

    private static string StepText(TestStep step)
    {
        var name = step.Attempt == 1 ? step.Key : string.Create(CultureInfo.InvariantCulture, $"{step.Key} (attempt {step.Attempt})");
        if (step.Failure is { } failure)
            return $"{name}: {failure.GetType().Name}: {failure.Message}";
        return step.Result is { ValueKind: not JsonValueKind.Null } result ? $"{name} → {result.GetRawText()}" : name;
    }
}
