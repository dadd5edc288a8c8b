using System.Text;
using Agnt5.Json;
using Agnt5.Protocol;
using Agnt5.Testing.Exploring;
using Agnt5.Testing.Exploring.Playing;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing;

/// <summary>
/// Plays a run again and again: cut at every durable operation, and in every order in which steps that run side by side can end. It fails at the first run that differs: another end, a step that
/// is made again, left out or named otherwise, an event that is lost or doubled, a run without an end.
/// </summary>
public static class Explore
{
    /// <summary>Explores a run.</summary>
    /// <typeparam name="TOutput">What the component returns.</typeparam>
    /// <param name="catalog">The components, usually <c>Agnt5Components.Catalog</c> of the test project.</param>
    /// <param name="start">Starts the run, by a generated method: <c>agnt5 => agnt5.ShipOrder(order)</c>. It is called once.</param>
    /// <param name="services">Registers the services of the components, anew for each run: make the fakes in here. Logging and the clock are there. Default: none.</param>
    /// <param name="options">The options. Default: the defaults.</param>
    /// <param name="check">Looks at each run that has ended, and throws where something is wrong. Default: none.</param>
    /// <param name="cancellationToken">Ends the exploration.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="Agnt5TestException">A run differs. The message says what differs, has both runs, and the schedule with which to see it again.</exception>
    public static async Task<ExploreReport> RunAsync<TOutput>(
        ComponentCatalog catalog,
        Func<LocalAgnt5, Task<TestRun<TOutput>>> start,
        Action<IServiceCollection>? services = null,
        ExploreOptions? options = null,
        Action<ExploredRun<TOutput>>? check = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(start);
        options ??= new ExploreOptions();
        var request = await LocalAgnt5.CaptureAsync(catalog, start).ConfigureAwait(false);
        var types = new ComponentTypes(catalog);
        var descriptor = ComponentTypeNames.TryParse(Encoding.UTF8.GetBytes(request.ComponentType), out var type) ? types.Find(type, request.ComponentName) : null;
        if (descriptor is null)
            throw new Agnt5TestException($"The catalog has no {request.ComponentType} '{request.ComponentName}'.");

        string[] payloads = [.. options.Script.Signals.Select(signal => Encoding.UTF8.GetString(signal.Payload.Write(descriptor, types)))];
        var player = new Player(new ExploredComponent(request, catalog), catalog, services, options, payloads);
        var explorer = new Explorer(request.ComponentName, player, options, check is null ? null : (run, provider) => check(new ExploredRun<TOutput>(run, provider, Read)));
        // Away from the test's own context: the runs need no thread of it.
        return await Task.Run(() => explorer.ExploreAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

        TOutput Read(ReadOnlyMemory<byte> json) => json.IsEmpty ? default! : BoundJson.Read(json.Span, types.Of<TOutput>(descriptor, "the output"));
    }
}
