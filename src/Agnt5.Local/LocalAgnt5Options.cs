using System.Globalization;

namespace Agnt5.Local;

/// <summary>Options of <see cref="LocalAgnt5Engine"/>. They are checked when it starts.</summary>
public sealed class LocalAgnt5Options
{
    /// <summary>The default of <see cref="Environment"/>.</summary>
    public const string DefaultEnvironment = "production";

    private const int MostEndedRuns = 100_000_000;

    /// <summary>The environment that components are active in, and that runs are looked for in. Default: <c>production</c>, as of a key of AGNT5.</summary>
    public string Environment { get; set; } = DefaultEnvironment;

    /// <summary>How long one invoke may take, 1 second to 24 hours: the budget's deadline follows from it (protocol section 6, "Budget"). Default: 60 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long before the deadline a run yields, less than <see cref="RequestTimeout"/> (protocol section 6, "Budget"). Default: 1 second.</summary>
    public TimeSpan YieldBeforeTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many invokes may be on their way at once, 1 to 10,000. More wait in line, those of components with a higher priority first. Default: 64.</summary>
    public int MaxConcurrentInvokes { get; set; } = 64;

    /// <summary>How many calls may wait to be done, 1 to 1,000,000. More are refused with <c>ENGINE_BUSY</c>. Default: 10,000.</summary>
    public int MaxWaitingCalls { get; set; } = 10_000;

    /// <summary>
    /// The SQLite file that keeps everything, so that the next process goes on where this one stopped, also when it was killed. It is made when it is not there, and one process has it at a time.
    /// Beside it lie the key of its secrets (<c>.key</c>), the uploaded outputs (<c>.payloads</c>), and files of SQLite. Default: <see langword="null"/>, which keeps everything in memory.
    /// </summary>
    public string? Database { get; set; }

    /// <summary>
    /// The key that secrets in <see cref="Database"/> are encrypted with: 32 random bytes in Base64. Default: the variable <c>AGNT5_LOCAL_SECRET_KEY</c>, and without it a file beside the database
    /// that only its owner may read.
    /// </summary>
    public string? DatabaseSecretKey { get; set; }

    /// <summary>
    /// How many runs that have ended are kept, with their inputs, outputs and journals, 0 to 100,000,000. The one that ended first is forgotten first. Runs that have not ended are always kept.
    /// As many received events, batches and sessions of agents are kept, and at least 1,000 of each: those that came, or were saved, longest ago are forgotten first. Default: 100,000 in memory, and
    /// all in a <see cref="Database"/>.
    /// </summary>
    public int MaxEndedRuns
    {
        get => ChosenMaxEndedRuns ?? (Database is null ? 100_000 : MostEndedRuns);
        set => ChosenMaxEndedRuns = value;
    }

    /// <summary><see cref="MaxEndedRuns"/> where it was set.</summary>
    internal int? ChosenMaxEndedRuns { get; private set; }

    /// <summary>What happens when nobody answers a question or a signal in time. Default: <see cref="WaitTimeouts.Fail"/>, as on AGNT5.</summary>
    public WaitTimeouts WaitTimeouts { get; set; }

    /// <summary>
    /// Whether a timer beside a question or a signal wakes the run (protocol section 6, "Several waits at once"). Default: <see langword="true"/>. AGNT5 may wake such a run only with the answer or
    /// the signal: turn it off to see that.
    /// </summary>
    public bool WakeBesideWaits { get; set; } = true;

    /// <exception cref="InvalidOperationException">An option cannot work; the message lists all that cannot.</exception>
    internal void ThrowIfInvalid()
    {
        string[] problems = [.. Problems()];
        if (problems.Length > 0)
            throw new InvalidOperationException($"The local AGNT5 cannot start. {string.Join(" ", problems)}");
    }

    private IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Environment))
            yield return "Environment is blank: give a name, for example production, or leave the option out.";
        if (RequestTimeout < TimeSpan.FromSeconds(1) || RequestTimeout > TimeSpan.FromHours(24))
            yield return $"RequestTimeout is {RequestTimeout}: give a time from 00:00:01 to 1.00:00:00, for example 00:01:00.";
        if (YieldBeforeTimeout < TimeSpan.Zero || YieldBeforeTimeout >= RequestTimeout)
            yield return $"YieldBeforeTimeout is {YieldBeforeTimeout}: give a time from 00:00:00 to less than RequestTimeout, for example 00:00:01.";
        if (OutOfRange(nameof(MaxConcurrentInvokes), MaxConcurrentInvokes, 1, 10_000) is { } invokes)
            yield return invokes;
        if (OutOfRange(nameof(MaxWaitingCalls), MaxWaitingCalls, 1, 1_000_000) is { } calls)
            yield return calls;
        if (OutOfRange(nameof(MaxEndedRuns), MaxEndedRuns, 0, MostEndedRuns) is { } ended)
            yield return ended;
        if (Database is { } path && string.IsNullOrWhiteSpace(path))
            yield return "Database is blank: give the path of a file, for example agnt5.db, or leave the option out to keep everything in memory.";
        if (!Enum.IsDefined(WaitTimeouts))
            yield return $"WaitTimeouts is {WaitTimeouts}: give Fail or Invoke.";
    }

    private static string? OutOfRange(string name, int value, int least, int most) =>
        value >= least && value <= most ? null : string.Create(CultureInfo.InvariantCulture, $"{name} is {value}: give a number from {least} to {most}.");
}
