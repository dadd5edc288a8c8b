using System.Globalization;
using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Primitives;
using Agnt5.Testing.Exploring.Playing;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>Writes what happened in a played run.</summary>
internal static class PlayedTimeline
{
    private const int MostText = 160;
    private const int MostSlices = 40;

    public static string Write(PlayedRun run)
    {
        var text = new StringBuilder();
        for (var i = 0; i < run.Slices.Count; i++)
        {
            if (i == MostSlices && run.Slices.Count > MostSlices + 1)
                Line(text, $"  … {run.Slices.Count - MostSlices} more slices");
            else if (i < MostSlices || i == run.Slices.Count - 1)
                WriteSlice(text, run.Slices[i], i + 1);
        }

        Line(text, run.Problem is null ? $"  the run {run.Outcome}" : "  the run is not played any further");
        return text.ToString().TrimEnd();
    }

    private static void WriteSlice(StringBuilder text, PlayedSlice slice, int number)
    {
        Line(text, string.Create(CultureInfo.InvariantCulture, $"  slice {number}  {slice.Begins}"));
        foreach (var overtaking in slice.Overtakings)
            Line(text, $"    order   {overtaking}");
        foreach (var step in slice.Steps)
        {
            var name = step.Attempt == 1 ? step.Key : string.Create(CultureInfo.InvariantCulture, $"{step.Key} (attempt {step.Attempt})");
            Line(text, step.Failure is { } failure ? $"    failed  {name}: {failure.GetType().Name}: {failure.Message}" : $"    step    {name} → {PlayedRun.Text(step.Result)}");
        }

        foreach (var emitted in slice.IsLost ? [] : slice.Answer?.Events ?? [])
            Line(text, $"    event   {emitted.EventType} {PlayedRun.Text(emitted.Data)}");
        if (CutText(slice) is { } cut)
            Line(text, $"    cut     {cut}");
        if (slice is { IsLost: false, Answer: { } answer } && EndText(answer) is { } end)
            Line(text, $"    {end}");
    }

    private static string? CutText(PlayedSlice slice) => slice.Cut switch
    {
        CutKind.EndSlice => $"the slice's time is over at '{slice.CutAt}'",
        CutKind.LoseAnswer when slice.CutAt is null => "the slice's answer is lost",
        CutKind.LoseAnswer => $"the slice's time is over at '{slice.CutAt}', and its answer is lost: what it did happens again",
        _ => null,
    };

    private static string? EndText(SliceAnswer answer) => answer switch
    {
        FailedAnswer failed => $"failed  {failed.Code}: {failed.Message}",
        SuspendedAnswer { Pause: QuestionPause question } => $"asks    {question.Question}",
        SuspendedAnswer { Pause: SignalPause signal } => $"waits   for the signal {signal.SignalName}",
        SuspendedAnswer { Pause: TimerPause timer } => $"sleeps  {timer.TimerKey}",
        SuspendedAnswer => "yields",
        _ => null,
    };

    private static void Line(StringBuilder text, string line) => text.Append(CallerText.Shorten(line, MostText)).Append('\n');
}
