using Agnt5.Execution;
using Agnt5.Testing.Clock;
using Agnt5.Testing.Recording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Testing;

/// <summary>The services of a test's components.</summary>
internal static class TestServices
{
    /// <exception cref="Agnt5TestException">The test has registered another clock.</exception>
    public static ServiceProvider Build(VirtualClock clock, IStepWatch watch, Action<IServiceCollection>? services)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(new RunLogProvider(clock)));
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton(watch);
        services?.Invoke(collection);
        var provider = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        if (ReferenceEquals(provider.GetRequiredService<TimeProvider>(), clock))
            return provider;

        provider.Dispose();
        throw new Agnt5TestException("The services of the test register a TimeProvider. LocalAgnt5 has one already, which AdvanceAsync moves: leave yours out.");
    }
}
