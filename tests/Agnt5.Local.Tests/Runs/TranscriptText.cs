using System.Text;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

/// <summary>A transcript: a line for each happening, and below it, indented, a line for each effect and for the phase when it is another one.</summary>
/// <param name="isWritten">Whether it is written down at all.</param>
internal sealed class TranscriptText(bool isWritten = true)
{
    private readonly StringBuilder? _lines = isWritten ? new() : null;

    public void Begins(long atMs, RunSpec spec) => _lines?.Append($"{atMs} {spec.RunId} begins\n");

    public void Happens(string runId, RunHappening happening) => _lines?.Append($"{happening.AtMs} {runId}: {Text(happening)}\n");

    public void Follows(Effect effect) => _lines?.Append($"    {Text(effect)}\n");

    public void IsNow(RunState run) => _lines?.Append($"    is {RunStatus.Of(run.Phase)}{(run.WakeAtMs is { } wakeMs ? $" until {wakeMs}" : "")}\n");

    public void Says(string line) => _lines?.Append($"{line}\n");

    /// <summary>Gives the lines so far, and begins anew.</summary>
    public string Take()
    {
        var lines = ToString().TrimEnd();
        _lines?.Clear();
        return lines;
    }

    public override string ToString() => _lines?.ToString() ?? "";

    private static string Text(RunHappening happening) => happening switch
    {
        KeyGranted granted => $"passes {Text(granted.Key)}",
        KeyWaits waits => $"waits for {Text(waits.Key)}",
        KeyRefused refused => $"is refused by {Text(refused.Key)}",
        Superseded superseded => $"gives way to {superseded.ByRunId}",
        SliceAnswered answered => $"slice {answered.Slice} {Text(answered.Answer)}",
        SliceLost lost => $"slice {lost.Slice} is lost: {lost.Code}",
        HostRestarted => "the host begins anew",
        TimeReached => "the time has come",
        UserAnswered answer => $"somebody answers {answer.Response}",
        SignalSent signal => $"signal {signal.Name} {signal.Payload}",
        SkipAsked => "somebody skips the sleep",
        CancelAsked cancel => $"somebody cancels: {cancel.Reason}",
        _ => happening.ToString(),
    };

    private static string Text(SliceAnswer answer) => answer switch
    {
        CompletedAnswer completed => $"completed {Encoding.UTF8.GetString(completed.Output.Span)}{completed.OutputRef}".TrimEnd(),
        FailedAnswer failed => $"failed: {failed.Code}",
        SuspendedAnswer { Pause: TimerPause timer } => $"sleeps until {timer.ReadyAtMs}",
        SuspendedAnswer { Pause: SignalPause signal } => $"waits for signal {signal.SignalName}",
        SuspendedAnswer { Pause: QuestionPause question } => $"asks question {question.PauseIndex}",
        SuspendedAnswer { Pause: BudgetPause } => "used up its budget",
        _ => answer.ToString(),
    };

    private static string Text(Effect effect) => effect switch
    {
        Journal(_, var entry) => Text(entry),
        TellKey(var key, Claimed) => $"claims {Text(key)}",
        TellKey(var key, Left) => $"leaves {Text(key)}",
        StartSlice start => $"start slice {start.Slice}",
        AbandonSlice abandon => $"abandon slice {abandon.Slice}",
        SaveSession save => $"save session {save.SessionId}: {Encoding.UTF8.GetString(save.Session.Span)}",
        _ => effect.ToString(),
    };

    private static string Text(JournalEntry entry)
    {
        var text = new StringBuilder().Append(entry.Sequence).Append(' ').Append(entry.EventType);
        if (entry.StepKey is { } step)
            text.Append(" of ").Append(step);
        if (!entry.Data.IsEmpty)
            text.Append(' ').Append(Encoding.UTF8.GetString(entry.Data.Span));
        foreach (var (name, value) in entry.Metadata)
            text.Append("; ").Append(name).Append(" = ").Append(value);
        return text.ToString();
    }

    private static string Text(FlowKey key) => $"{key.Kind} {key.Value}";
}
