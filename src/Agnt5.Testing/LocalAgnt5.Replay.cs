using Agnt5.Local.Dispatch;
using Agnt5.Testing.Replaying;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing;

public sealed partial class LocalAgnt5
{
    /// <summary>
    /// Replays a saved run (<see cref="TestRun.SaveAsync"/>) on today's code. A deployment does the same to runs in flight: their records meet the new code. No step runs; the code must ask for each
    /// record, bind it, and come to the same waits and the same output.
    /// </summary>
    /// <param name="catalog">The components of today.</param>
    /// <param name="path">The file.</param>
    /// <param name="services">Registers the services that components are constructed from. Steps do not call them. Default: none.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <exception cref="Agnt5TestException">A step vanished, or changed its name, type or branch. The message says which, and has the saved run's timeline. Or there is no such file.</exception>
    public static async Task ReplayAsync(ComponentCatalog catalog, string path, Action<IServiceCollection>? services = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var saved = await SavedRunJson.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        List<ServiceProvider> providers = [];
        try
        {
            var replay = new RunReplay(saved, (clock, watch) =>
            {
                var provider = TestServices.Build(clock, watch, services);
                providers.Add(provider);
                return InProcessConnection.Create(catalog, new ServerlessOptions(), provider, (long)RequestTimeout.TotalMilliseconds, clock);
            });
            if (await replay.FindDifferencesAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } differences)
                throw new Agnt5TestException($"The run of {saved.ComponentName} in {path} does not replay on today's code.\n{string.Join('\n', differences)}\n\n{string.Join('\n', saved.Timeline)}");
        }
        finally
        {
            foreach (var provider in providers)
                await provider.DisposeAsync().ConfigureAwait(false);
        }
    }
}
