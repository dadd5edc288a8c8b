using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Agnt5.Execution;

/// <summary>What all calls of a host share: the scopes, loggers and time of the app.</summary>
internal sealed class HostServices
{
    /// <param name="services">The app's services.</param>
    /// <param name="category">The category that the host itself logs in.</param>
    public HostServices(IServiceProvider services, string category)
    {
        Scopes = services.GetRequiredService<IServiceScopeFactory>();
        LoggerFactory = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        Logger = new GuardedLogger(LoggerFactory.CreateLogger(category));
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System;
    }

    public IServiceScopeFactory Scopes { get; }

    public ILoggerFactory LoggerFactory { get; }

    /// <summary>Where host and engine speak of what is not a component's own.</summary>
    public ILogger Logger { get; }

    public TimeProvider Time { get; }

    public InvocationSettings Settings { get; init; } = new();
}
