using System.Globalization;
using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Cli.Runs;
using Agnt5.Local.Engine;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>Shows what happens in all runs, a line each, as it happens.</summary>
internal sealed class Timeline(DevScreen screen)
{
    // The end of a run's id is what tells it from the others.
    private const int ShownOfId = 6;

    private readonly Dictionary<string, RecordedSteps> _steps = [];

    public async Task ShowAsync(IAsyncEnumerable<WatchedEntry> entries, CancellationToken cancellationToken)
    {
        await foreach (var watched in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var runId = watched.Run.Spec.RunId;
            var happened = EventOf(watched.Entry, runId);
            if (screen.IsJson)
                screen.Json(json => EventJson.Write(json, happened, runId));
            else
                Show(watched, happened);
        }
    }

    private static RunEvent EventOf(JournalEntry entry, string runId) => new()
    {
        RunId = runId,
        Type = entry.EventType,
        Sequence = entry.Sequence,
        Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMs),
        StepKey = entry.StepKey,
        Data = Parse(entry.Data),
        Metadata = entry.Metadata.Count == 0 ? default : JsonSerializer.SerializeToElement(entry.Metadata, MetadataJson.Default.IReadOnlyDictionaryStringString),
    };

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return default;
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }

    private void Show(WatchedEntry watched, RunEvent happened)
    {
        var runId = watched.Run.Spec.RunId;
        foreach (var step in StepsOf(watched))
            Line(watched, $"step {TerminalText.Line(step)} is done");
        if (EventText.Of(happened) is not { } text)
            return;

        var pause = RunPause.Of(happened);
        Line(watched, happened.Type == "run.started" ? $"started: {runId}" : text, PaintOf(happened, pause));
        if (pause is not null)
            screen.Line($"{"",10}{screen.Commands.For(runId, pause)}", Paint.Bold);
        if (happened.Type is "run.completed" or "run.failed" or "run.cancelled")
            _steps.Remove(runId);
    }

    private void Line(WatchedEntry watched, string text, Paint paint = Paint.None)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(watched.Entry.AtMs).LocalDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var spec = watched.Run.Spec;
        screen.Line($"{time}  {TerminalText.Line(spec.ComponentName)} {spec.RunId[^ShownOfId..]}  {text}", paint);
    }

    private IEnumerable<string> StepsOf(WatchedEntry watched)
    {
        var runId = watched.Run.Spec.RunId;
        if (!_steps.TryGetValue(runId, out var steps))
            _steps[runId] = steps = new RecordedSteps();
        return steps.NewIn(watched.Run.Checkpoint);
    }

    private static Paint PaintOf(RunEvent happened, RunPause? pause) => happened.Type switch
    {
        "run.completed" => Paint.Green,
        "run.failed" or "run.invoke_lost" or "run.retry_scheduled" => Paint.Red,
        "run.cancelled" or "run.notice" => Paint.Yellow,
        _ => pause is QuestionPause or SignalPause ? Paint.Yellow : Paint.None,
    };
}
