using System.Globalization;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>Makes the keys that identify durable operations in the checkpoint (protocol section 6).</summary>
internal static class DurableKey
{
    /// <summary>How many events the workflow's body has delivered.</summary>
    public const string Events = $"{ReservedPrefix}events";

    /// <summary>The times that the workflow was given.</summary>
    public const string Now = $"{ReservedPrefix}now";

    /// <summary>The order in which overlapping operations completed.</summary>
    public const string Order = $"{ReservedPrefix}order";

    /// <summary>The prefix of the keys under which failures of steps are recorded.</summary>
    public const string FailuresPrefix = $"{ReservedPrefix}failed:";

    private const string ReservedPrefix = RecordedSteps.ReservedPrefix;

    /// <summary>The key of a step or timer: its name, or <c>name:key</c>.</summary>
    /// <exception cref="ArgumentException">The name is blank, or the key would begin with the prefix that the SDK reserves.</exception>
    public static string Named(string name, string? key = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var composed = key is null ? name : $"{name}:{key}";
        return !composed.StartsWith(ReservedPrefix, StringComparison.Ordinal)
            ? composed
            : throw new ArgumentException($"A durable name must not begin with '{ReservedPrefix}': the SDK reserves that prefix. Rename '{composed}'.", nameof(name));
    }

    /// <summary>Whether a step's name makes a key of its own without a look at the whole key: it is not blank, and no key with it could begin with the prefix that the SDK reserves.</summary>
    public static bool IsPlain(string name) => name is { Length: > 0 } && !char.IsWhiteSpace(name[0]) && !name.StartsWith("agnt5", StringComparison.Ordinal);

    /// <summary>The key under which the failures of a step are recorded.</summary>
    public static string Failures(string stepKey) => $"{FailuresPrefix}{Escape(stepKey)}";

    /// <summary>The key of the step whose failures are recorded under a key.</summary>
    public static string StepOfFailures(string key) => key[FailuresPrefix.Length..].Replace("%3A", ":", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    /// <summary>The key of a step's retry that waits for a timer.</summary>
    public static string Retry(string stepKey) => $"{ReservedPrefix}retry:{Escape(stepKey)}";

    /// <summary>The key that records that a timer has come due.</summary>
    public static string Fired(string timerKey) => $"{ReservedPrefix}fired:{Escape(timerKey)}";

    /// <summary>A question, as a part of the keys of its answer and timeout.</summary>
    public static string Answer(int pauseIndex) => string.Create(CultureInfo.InvariantCulture, $"answer:{pauseIndex}");

    /// <summary>The key of the record that an unanswered question was shown to a person.</summary>
    public static string Asked(int pauseIndex) => string.Create(CultureInfo.InvariantCulture, $"{ReservedPrefix}asked:{pauseIndex}");

    /// <summary>A wait for a signal, as a part of the keys of its payload and timeout.</summary>
    public static string Signal(string name, string waitingStep) => $"signal:{Escape(name)}:{Escape(waitingStep)}";

    /// <summary>The key of the answer or payload that ended a wait.</summary>
    public static string Received(string wait) => $"{ReservedPrefix}{wait}";

    /// <summary>The key of the time at which a wait with a timeout began.</summary>
    public static string Since(string wait) => $"{ReservedPrefix}since:{wait}";

    /// <summary>The key that records that a wait timed out.</summary>
    public static string TimedOut(string wait) => $"{ReservedPrefix}timeout:{wait}";

    /// <summary>A text as one part of a key.</summary>
    public static string Escape(string part) => part.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
}
