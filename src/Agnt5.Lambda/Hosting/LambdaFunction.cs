using Agnt5.Lambda.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Hosting;

/// <summary>The life of a function's process: it starts the endpoint, answers events, and ends.</summary>
internal static class LambdaFunction
{
    /// <param name="api">The runtime API.</param>
    /// <param name="log">Where logs go, unless the program has logs of its own.</param>
    /// <param name="catalog">The components.</param>
    /// <param name="configure">What the program sets.</param>
    /// <param name="stop">Ends the function between two events.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(RuntimeApi api, ILoggerFactory log, ComponentCatalog catalog, Action<LambdaHostBuilder>? configure, CancellationToken stop)
    {
        var logger = log.CreateLogger("Agnt5.LambdaHost");
        try
        {
            return await ServeAsync(api, log, logger, catalog, configure, stop).ConfigureAwait(false);
        }
        catch (RuntimeApiException exception)
        {
            LambdaHostLog.Ends(logger, exception.Message);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(
        RuntimeApi api, ILoggerFactory log, ILogger logger, ComponentCatalog catalog, Action<LambdaHostBuilder>? configure, CancellationToken stop)
    {
        ServiceProvider? services = null;
        try
        {
            LambdaHostBuilder builder;
            ServerlessEndpoint endpoint;
            try
            {
                builder = Configure(configure, log);
                services = builder.Services.BuildServiceProvider();
                endpoint = new ServerlessEndpoint(catalog, builder.Options, services);
            }
            catch (Exception exception)
            {
                LambdaHostLog.CannotStart(logger, exception);
                await api.FailInitAsync(FunctionError.Init(exception.Message)).ConfigureAwait(false);
                return 1;
            }

            await new EventLoop(api, endpoint, builder, logger).RunAsync(stop).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            if (services is not null)
                await services.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static LambdaHostBuilder Configure(Action<LambdaHostBuilder>? configure, ILoggerFactory log)
    {
        var builder = new LambdaHostBuilder(new ServerlessOptions());
        ServerlessConfiguration.ApplyEnvironment(builder.Options);
        configure?.Invoke(builder);
        builder.Options.ServiceVersion ??= FunctionVersion.Find(Environment.GetEnvironmentVariable);
        builder.Services.TryAddSingleton(log);
        builder.Services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        return builder;
    }
}
