using System.Net;
using Agnt5;
using Agnt5.Client.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the client of the AGNT5 gateway to the services.</summary>
public static class Agnt5ClientServiceCollectionExtensions
{
    private const string Name = "Agnt5";
    private const int Attempts = 3;

    // A longer one would use up the time of the call (Agnt5ClientOptions.Timeout), and the caller would not learn what the gateway asked for.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Adds <see cref="Agnt5Client"/>, over the app's <see cref="IHttpClientFactory"/>. Its options come from the configuration, which has the environment
    /// (<c>AGNT5_GATEWAY_URL</c>, <c>AGNT5_API_KEY</c>, <c>AGNT5_TENANT_ID</c>, <c>AGNT5_DEPLOYMENT_ID</c>), and then from <paramref name="configure"/>, which wins.
    /// </summary>
    /// <remarks>
    /// A call is made up to three times more where nothing can happen twice: it only reads, it starts a run with an <see cref="RunOptions.IdempotencyKey"/>, or it publishes an event, which has an id.
    /// It is made again when the connection broke, when the gateway had too many calls (429; it says when to come back), and when something before it was down (502, 503, 504).
    /// A gateway that asks for a pause of more than 20 seconds is left to the caller (<see cref="Agnt5Exception.RetryAfter"/>). The client may be added more than once: the settings of all count.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddAgnt5Client(this IServiceCollection services, Action<Agnt5ClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(Agnt5Client)))
        {
            if (configure is not null)
                services.Configure(configure);
            return services.AddHttpClient(Name);
        }

        services.AddOptions<Agnt5ClientOptions>().Configure<IServiceProvider>(static (options, provider) =>
        {
            var configuration = provider.GetService<IConfiguration>();
            options.Apply(name => configuration?[name] ?? Environment.GetEnvironmentVariable(name));
            if (provider.GetService<TimeProvider>() is { } time)
                options.TimeProvider = time;
        });
        if (configure is not null)
            services.Configure(configure);

        var builder = services.AddHttpClient(Name, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => OwnHttp.Handler())
            // The handler renews its connections itself, so a client may be kept for as long as the app runs.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(["X-API-KEY", "Authorization"])
            .AddTypedClient(static (http, provider) => new Agnt5Client(provider.GetRequiredService<IOptions<Agnt5ClientOptions>>().Value, http));
        builder.AddResilienceHandler(Name, static (pipeline, context) =>
        {
            var time = context.ServiceProvider.GetRequiredService<IOptions<Agnt5ClientOptions>>().Value.TimeProvider;
            pipeline.TimeProvider = time;
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Attempts,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments, time)),
            });
        });
        return builder;
    }

    private static bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments, TimeProvider time)
    {
        if (arguments.Context.GetRequestMessage() is not { } request || !request.Options.TryGetValue(RequestWriter.IsRepeatable, out var isRepeatable) || !isRepeatable)
            return false;
        if (arguments.Outcome.Result is { } response && AskedPause.Of(response, time) > LongestPause)
            return false;
        return arguments.Outcome.Exception is HttpRequestException
            || arguments.Outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
    }
}
