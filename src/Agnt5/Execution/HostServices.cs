using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Agnt5.Execution;

/// <summary>The app's scopes, loggers and clock, which all calls of a host share.</summary>
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
        StepWatch = services.GetService<IStepWatch>();
    }

    public IServiceScopeFactory Scopes { get; }

    public ILoggerFactory LoggerFactory { get; }

    /// <summary>The logger for everything that is not about one component.</summary>
    public ILogger Logger { get; }

    public TimeProvider Time { get; }

    /// <summary>Who watches the steps, or <see langword="null"/>.</summary>
    public IStepWatch? StepWatch { get; }

    public required InvocationSettings Settings { get; init; }
}
