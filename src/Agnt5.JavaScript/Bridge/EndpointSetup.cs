using System.Net;
using System.Net.Http;
using Agnt5.JavaScript.Addon;
using Agnt5.JavaScript.Wasm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Bridge;

/// <summary>Makes an endpoint of what the program serves and what the JavaScript side says of it.</summary>
internal static class EndpointSetup
{
    /// <exception cref="InvalidOperationException">An option cannot work, or the program serves nothing; the message names the fix.</exception>
    public static ServerlessEndpoint Create(Engine engine, int endpoint, HostSettings settings)
    {
        var program = ServedProgram.Current;
        var services = new ServiceCollection();
        var options = new ServerlessOptions();
        if (OperatingSystem.IsBrowser())
        {
            options.OutboundGuard.HostHandlerFactory = () => new HostFetchHandler(engine, isForStores: true);
            options.HostMac = WasmMac.IsThere() ? WasmMac.Compute : null;
        }
        else
        {
            options.HostMac = HmacSha256.Compute;
        }

        ServerlessConfiguration.Apply(options, OptionsIn(settings.Environment));
        program.Configure?.Invoke(services, options);
        ApplyHost(options, settings);
        AddHost(services, engine, endpoint, settings);
        var provider = services.BuildServiceProvider();
        try
        {
            return new ServerlessEndpoint(program.Catalog, options, provider);
        }
        catch
        {
            // It is tried again, each time with services of its own. Some of them can only be disposed of without waiting.
            _ = provider.DisposeAsync().AsTask();
            throw;
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> OptionsIn(IReadOnlyDictionary<string, string> environment)
    {
        foreach (var (name, value) in environment)
        {
            if (name.StartsWith(ServerlessConfiguration.SectionName, StringComparison.OrdinalIgnoreCase))
                yield return new(name.Replace("__", ":", StringComparison.Ordinal), value);
        }
    }

    /// <summary>What whoever mounts the endpoint says comes last, so it wins.</summary>
    private static void ApplyHost(ServerlessOptions options, HostSettings settings)
    {
        options.ServiceName = settings.ServiceName ?? options.ServiceName;
        options.ServiceVersion = settings.ServiceVersion ?? options.ServiceVersion ?? ServiceVersionDefault.Find();
        options.RequestVariable = (context, name) => ((context as RequestContext)?.Variables ?? settings.Environment).GetValueOrDefault(name);
        if (settings.GivesSigningSecrets)
        {
            options.SigningSecret = null;
            options.SigningSecretResolver = null;
            options.RequestSigningSecretResolver = static (context, _) => new(SecretsOf(context as RequestContext));
        }

        if (settings.GivesEnabled)
        {
            options.Enabled = null;
            options.EnabledResolver = null;
            options.RequestEnabledResolver = static context => IsEnabled(context as RequestContext);
        }
    }

    // The endpoint logs what a resolver throws, and answers for it.
    private static IReadOnlyList<string> SecretsOf(RequestContext? context) => context?.SigningSecretsFailed is { } failure
        ? throw new JavaScriptException($"The option signingSecret {failure}")
        : context?.SigningSecrets ?? [];

    private static bool IsEnabled(RequestContext? context) => context?.EnabledFailed is { } failure
        ? throw new JavaScriptException($"The option enabled {failure}")
        : context?.Enabled ?? true;

    /// <summary>What every program finds in its services, unless it added its own.</summary>
    private static void AddHost(ServiceCollection services, Engine engine, int endpoint, HostSettings settings)
    {
        var loggers = new HostLoggers(engine.Host, endpoint, new LogLevels(settings.Environment));
        services.AddSingleton<ILoggerProvider>(loggers);
        services.TryAddSingleton<ILoggerFactory>(loggers);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        services.TryAddSingleton(new JavaScriptServices(engine, endpoint, settings.Services));
        services.TryAddSingleton(_ => CreateClient(engine));
    }

    // Both decode what comes encoded, follow redirects and keep no cookies, which would go from one run to all others. So components see the same from each engine.
    private static HttpClient CreateClient(Engine engine) => OperatingSystem.IsBrowser()
        ? new HttpClient(new HostFetchHandler(engine, isForStores: false))
        : new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = DecompressionMethods.All, UseCookies = false });
}
