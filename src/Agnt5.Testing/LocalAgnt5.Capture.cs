using Agnt5.Local.Hosting.Runs;
using Agnt5.Testing.Clock;
using Agnt5.Testing.Recording;

namespace Agnt5.Testing;

public sealed partial class LocalAgnt5
{
    private List<RunRequest>? _captured;

    /// <summary>Asks a test's code which run it starts, without starting it.</summary>
    /// <param name="catalog">The components.</param>
    /// <param name="start">The test's code.</param>
    /// <exception cref="Agnt5TestException">The code starts no run, or more than one.</exception>
    internal static async Task<RunRequest> CaptureAsync(ComponentCatalog catalog, Func<LocalAgnt5, Task> start)
    {
        var options = new Agnt5TestOptions();
        var clock = new VirtualClock(options.StartsAt);
        var agnt5 = new LocalAgnt5(Host(catalog, clock, clock, new RunRecords(), loggers: null, options), new StepPlans(), services: null) { _captured = [] };
        await using (agnt5.ConfigureAwait(false))
        {
            await start(agnt5).ConfigureAwait(false);
            return agnt5._captured is [var request]
                ? request
                : throw new Agnt5TestException($"The code that starts the run started {agnt5._captured.Count}. Start one, by a generated method: agnt5 => agnt5.ShipOrder(order).");
        }
    }
}
