using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Cli.Runs;

namespace Agnt5.Cli.Commands.Run;

/// <summary>Stays with a run: replies when it asks, and ends with it, or when it waits for somebody else.</summary>
internal sealed class RunFollower(Agnt5Client client, string runId, CommandOutput output, NextCommands commands)
{
    /// <summary>Whether events are shown and sleeps are waited for.</summary>
    public bool Follows { get; init; }

    public required RunReplies Replies { get; init; }

    /// <returns>The exit code.</returns>
    public async Task<int> FollowAsync(CancellationToken cancellationToken)
    {
        if (!output.IsJson)
            output.WriteNote($"The run is {runId}.");
        RunPause? pause = null;
        await foreach (var happened in client.LiveEventsAsync(runId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (Follows)
                Show(happened);
            pause = RunPause.Of(happened);
            if (pause is null || await ReplyAsync(pause, cancellationToken).ConfigureAwait(false))
                continue;
            if (pause is SleepPause && Follows)
                continue;
            // With an idempotency key the run may be an old one, whose pause is over.
            if ((await client.StatusAsync(runId, cancellationToken: cancellationToken).ConfigureAwait(false)).Status == RunStatus.Paused)
                break;
            pause = null;
        }

        var run = await client.StatusAsync(runId, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!run.HasEnded && pause is null)
            throw new CliException(ExitCodes.Unreachable, "STREAM_ENDED", $"The gateway ended the events of {runId} before the run ended. It goes on.");
        return await EndAsync(run, pause, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ReplyAsync(RunPause pause, CancellationToken cancellationToken)
    {
        switch (pause)
        {
            case QuestionPause when Replies.TryTakeAnswer(out var answer):
                // The question was seen just now.
                await client.AnswerAsync(runId, answer, new() { EvenUnasked = true }, cancellationToken).ConfigureAwait(false);
                return true;
            case SignalPause signal when Replies.TryTakeSignal(signal.Name, out var payload):
                await client.SignalAsync(runId, signal.Name, payload, cancellationToken: cancellationToken).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    private void Show(RunEvent happened)
    {
        if (output.IsJson)
            output.WriteJsonLine(json => EventJson.Write(json, happened, runId));
        else if (EventText.Of(happened) is { } text && !happened.Type.StartsWith("run.completed", StringComparison.Ordinal) && happened.Type is not "run.failed")
            output.WriteNote($"{happened.Timestamp?.LocalDateTime:HH:mm:ss}  {text}");
    }

    private async Task<int> EndAsync(RunInfo run, RunPause? pause, CancellationToken cancellationToken)
    {
        if (run.HasStoredOutput && run.Output is null && run.Status == RunStatus.Completed)
            run = run with { Output = await client.OutputAsync(runId, cancellationToken: cancellationToken).ConfigureAwait(false) };
        if (Replies.Unused is { } unused)
            output.WriteNote($"{unused}.");
        if (output.IsJson)
            WriteJson(run, run.HasEnded ? null : pause);
        else
            WriteText(run, pause);
        return run.HasEnded && run.Status != RunStatus.Completed ? ExitCodes.Failed : ExitCodes.Success;
    }

    private void WriteText(RunInfo run, RunPause? pause)
    {
        if (run.Status == RunStatus.Completed)
        {
            if (run.Output is { ValueKind: not JsonValueKind.Undefined } value)
                output.WriteJson(value.WriteTo);
        }
        else if (run.HasEnded)
        {
            output.WriteNote(TerminalText.Line($"The run {StatusText.Of(run.Status)}: {run.Failure?.Message ?? "no reason was given."} ({run.Failure?.Code ?? "no code"})", 2000));
        }
        else if (pause is not null)
        {
            output.Out.WriteLine($"The run {EventText.Of(pause)}.");
            output.Out.WriteLine($"It goes on with: {commands.For(runId, pause)}");
        }
    }

    private void WriteJson(RunInfo run, RunPause? pause)
    {
        void Write(Utf8JsonWriter json) => RunJson.Write(json, run, pause is null ? null : commands.For(runId, pause));
        if (Follows)
            output.WriteJsonLine(Write);
        else
            output.WriteJson(Write);
    }
}
