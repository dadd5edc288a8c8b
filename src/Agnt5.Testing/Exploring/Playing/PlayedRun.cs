using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>What happened in one run.</summary>
internal sealed class PlayedRun
{
    private string? _fingerprint;

    public List<TakenChoice> Choices { get; } = [];

    public List<PlayedSlice> Slices { get; } = [];

    /// <summary>The last answer, or <see langword="null"/> where the run has come to no end.</summary>
    public SliceAnswer? End { get; set; }

    /// <summary>The code and message of the failure that ended it, or <see langword="null"/>.</summary>
    public TestFailure? Failure { get; set; }

    /// <summary>Why it has come to no end, or what no run does, or <see langword="null"/>.</summary>
    public Problem? Problem { get; set; }

    /// <summary>How many attempts of the run failed before the last one.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>The events that went out, in order.</summary>
    public List<EmittedByEndpoint> Events { get; } = [];

    public ReadOnlyMemory<byte> Output => End is CompletedAnswer completed ? completed.Output : default;

    public string ScheduleText => Strategies.ScheduleText.Write(Choices.Select(static taken => taken.Option));

    /// <summary>Whether steps ran side by side, so that the order of events is nobody's promise.</summary>
    public bool HasOverlaps => Choices.Exists(static taken => taken.Choice.Kind == ChoiceKind.Order);

    /// <summary>Whether a completion came before another one that it does not come before in the plain run.</summary>
    public bool HasOtherOrder => Choices.Exists(static taken => taken.Choice.Kind == ChoiceKind.Order && taken.Option > 0);

    public int LostAnswers => Slices.Count(static slice => slice.IsLost);

    /// <summary>The attempts of steps whose slices were answered, in order.</summary>
    public IEnumerable<PlayedStep> Steps => Slices.Where(static slice => !slice.IsLost).SelectMany(static slice => slice.Steps);

    /// <summary>How it ended, as a person reads it.</summary>
    public string Outcome => Failure is { } failure ? $"fails: {failure.Code}: {failure.Message}" : OutcomeOf(End);

    /// <summary>All that two runs are compared by. Runs with the same one are alike.</summary>
    public string Fingerprint => _fingerprint ??= MakeFingerprint();

    /// <summary>How an answer ends a run, as a person reads it.</summary>
    public static string OutcomeOf(SliceAnswer? answer) => answer switch
    {
        CompletedAnswer { Output.IsEmpty: true } => "completes without an output",
        CompletedAnswer completed => $"completes with {Text(completed.Output)}",
        FailedAnswer failed => $"fails: {failed.Code}: {failed.Message}",
        _ => "does not end",
    };

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private string MakeFingerprint()
    {
        var text = new StringBuilder(256).Append(Outcome);
        foreach (var slice in Slices)
        {
            foreach (var step in slice.Steps)
                text.Append('\n').Append(slice.IsLost ? '-' : '+').Append(step.Key).Append(' ').Append(step.Failure?.Message ?? Text(step.Result));
        }

        foreach (var emitted in Events)
            text.Append('\n').Append(emitted.EventType).Append(' ').Append(Text(emitted.Data));
        return text.ToString();
    }
}

/// <summary>Something that no run may do.</summary>
/// <param name="Headline">What, in a sentence that follows "the workflow".</param>
/// <param name="Advice">What to do.</param>
internal sealed record Problem(string Headline, string Advice);
