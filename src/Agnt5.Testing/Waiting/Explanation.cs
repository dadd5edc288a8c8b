using System.Globalization;
using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Json;
using Agnt5.Testing.Timelines;

namespace Agnt5.Testing.Waiting;

/// <summary>Says why a run does not go on, and what a test can do.</summary>
internal static class Explanation
{
    /// <param name="run">A run that has come to rest.</param>
    /// <param name="host">What runs it.</param>
    public static string Of(RunState run, TestHost host) => run switch
    {
        { Phase: RunPhase.Completed } => "It has completed.",
        { Phase: RunPhase.Failed, Outcome: { } outcome } => $"It has failed: {outcome.ErrorCode}: {outcome.ErrorMessage}",
        { Phase: RunPhase.Cancelled } => "It was cancelled.",
        { Phase: RunPhase.Queued } => $"It stands in line{Line(run, host)}. Let the runs before it end, or move the clock.{Next(host)}",
        { Phase: RunPhase.RetryDelayed } => $"An attempt failed, and the next one has its time: {In(run.WakeAtMs, host)}.{Moving(host)}",
        { Phase: RunPhase.Paused, Pause: QuestionPause question } =>
            $"It waits for the answer to '{question.Question}'{TimesOut(run, host)}. Call run.{(question.InputType == "approval" ? "ApproveAsync() or run.RejectAsync()" : "AnswerAsync(…)")}.",
        { Phase: RunPhase.Paused, Pause: SignalPause signal } =>
            $"It waits for the signal '{signal.SignalName}'{TimesOut(run, host)}. Call run.SignalAsync(\"{signal.SignalName}\", …).",
        { Phase: RunPhase.Paused, Pause: TimerPause timer } => $"It sleeps: '{timer.TimerKey}' is over {In(timer.ReadyAtMs, host)}.{Moving(host)}",
        { HasSliceOnItsWay: true } => $"The test holds it in step '{string.Join("', '", host.Records.HeldSteps(run.Spec.RunId))}'. Release what HoldStep gave.",
        _ => $"Its slice got no usable answer, and is sent again {In(run.WakeAtMs, host)}.{Moving(host)}",
    };

    /// <summary>Why there is no rest.</summary>
    public static string OfCodeAtWork(TestHost host)
    {
        var open = host.Records.OpenSteps().Select(step => $"step '{step.StepKey}' of {host.Engine.FindRun(step.RunId)?.Spec.ComponentName ?? step.RunId}").Take(5).ToArray();
        var who = open.Length > 0 ? string.Join(", ", open) : "the code of a component";
        return $"Still at work after {Spans.Text(host.RealTimeLimit)} of real time: {who}. It waits for something that nobody does: a fake that never answers, a lock, or a time of its own. "
            + "Give the step what it waits for, or raise RealTimeLimit of the options where it does real work.";
    }

    private static string In(long? unixMs, TestHost host) =>
        unixMs is { } ms ? $"in {Spans.Text(DateTimeOffset.FromUnixTimeMilliseconds(ms) - host.Now)}" : "at no time";

    private static string TimesOut(RunState run, TestHost host) => run.WakeAtMs is { } ms ? $" (its time is over {In(ms, host)})" : "";

    private static string Moving(TestHost host) => host.Clock is null
        ? " The clock of a deployed endpoint cannot be moved. Skip the sleep with run.SkipSleepAsync(), or let run.RunToEndAsync() skip all."
        : " The clock stands still. Move it with agnt5.AdvanceAsync(…) or agnt5.AdvanceToNextAsync(), or let run.RunToEndAsync() move it.";

    private static string Next(TestHost host) => host.NextDue is { } next ? $" Something is due in {Spans.Text(next - host.Now)}." : "";

    private static string Line(RunState run, TestHost host)
    {
        var queued = host.Engine.ReadJournal(run.Spec.RunId).LastOrDefault(static entry => entry.EventType == "run.queued");
        return queued is not null && TestJson.Parse(queued.Data) is { } data
            ? string.Create(CultureInfo.InvariantCulture, $" of {data.Text("waits_for")?.Replace('_', ' ')} with the key {data.Raw("key")}")
            : "";
    }
}
