using Agnt5.Local;

namespace Agnt5.Testing;

/// <summary>Options of <see cref="LocalAgnt5"/>.</summary>
public sealed class Agnt5TestOptions
{
    /// <summary>What the clock shows at the start. Default: Monday, 5 January 2026, 08:00 UTC. A deployed endpoint has its own clock (<see cref="LocalAgnt5.ConnectAsync"/>).</summary>
    public DateTimeOffset StartsAt { get; set; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// How long components may be at work without an end, in real time, while a test waits for them. It is for code that hangs: nothing waits for it where all goes well. Default: 30 seconds.
    /// </summary>
    public TimeSpan RealTimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What happens when nobody answers a question or a signal in time. Default: <see cref="WaitTimeouts.Fail"/>, as on AGNT5.</summary>
    public WaitTimeouts WaitTimeouts { get; set; }

    /// <summary>Whether a timer beside a question or a signal wakes the run (protocol section 6, "Several waits at once"). AGNT5 may not. Default: <see langword="true"/>.</summary>
    public bool WakeBesideWaits { get; set; } = true;

    /// <summary>How many invokes may be on their way at once. Default: 64.</summary>
    public int MaxConcurrentInvokes { get; set; } = 64;

    /// <summary>Sets options of the endpoint that the components run in, such as limits. Secrets that it sets are replaced. Default: none.</summary>
    public Action<ServerlessOptions>? ConfigureEndpoint { get; set; }
}
