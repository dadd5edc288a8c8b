using Agnt5.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>The services of the run that is played now. The endpoint is made once, and each run has services of its own.</summary>
/// <param name="clock">The clock.</param>
/// <param name="watch">Who watches the steps.</param>
/// <param name="register">Registers the test's services.</param>
internal sealed class ExploredServices(TimeProvider clock, IStepWatch watch, Action<IServiceCollection>? register) : IServiceProvider, IServiceScopeFactory
{
    private IServiceProvider? _current;

    private IServiceProvider Current => _current ?? throw new InvalidOperationException("No run is played.");

    /// <summary>Makes the services of a run, which are the current ones from now on.</summary>
    /// <exception cref="Agnt5TestException">The test has registered another clock.</exception>
    public ServiceProvider Renew()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        collection.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        collection.AddSingleton(clock);
        register?.Invoke(collection);
        var services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        if (!ReferenceEquals(services.GetRequiredService<TimeProvider>(), clock))
        {
            services.Dispose();
            throw new Agnt5TestException("The services of the test register a TimeProvider. Explore has one already, on which sleeps take no time: leave yours out.");
        }

        _current = services;
        return services;
    }

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IServiceScopeFactory))
            return this;
        return serviceType == typeof(IStepWatch) ? watch : Current.GetService(serviceType);
    }

    public IServiceScope CreateScope() => Current.CreateScope();
}
