using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agnt5.Cli.Connections;
using Agnt5.Local;
using Agnt5.Local.Gateway;
using Agnt5.Local.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>The local AGNT5 of this process.</summary>
internal sealed class DevGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DevGateway(WebApplication app)
    {
        _app = app;
        Url = new(app.Urls.First());
        Engine = app.Services.GetRequiredService<LocalAgnt5Engine>().Engine;
        Key = app.Services.GetRequiredService<LocalAgnt5Service>().Key!;
    }

    public Uri Url { get; }

    public LocalEngine Engine { get; }

    /// <summary>The key that clients send.</summary>
    public string Key { get; }

    /// <summary>The secret that signs invokes of the project. It follows from the key, so that runs in a database reach the endpoint of the next start, too.</summary>
    public string EndpointSecret => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), "agnt5 dev endpoint"u8));

    /// <exception cref="CliException">The port is taken, or the database cannot be used.</exception>
    public static async Task<DevGateway> StartAsync(int port, FileInfo? database, TextWriter error, CancellationToken cancellationToken)
    {
        // Settings of the folder are those of the endpoint.
        string[] args = ["--contentRoot", AppContext.BaseDirectory, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")];
        WebApplication? app = null;
        try
        {
            app = LocalAgnt5Host.Build(args, catalog: null, builder =>
            {
                builder.Services.Configure<LocalAgnt5Options>(options => options.Database = database?.FullName);
                builder.Services.Configure<LocalGatewayOptions>(static options => options.KeyFile = LocalKey.Path);
                builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
                builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddProvider(new WriterLoggerProvider(error));
            });
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new(app);
        }
        catch (Exception exception)
        {
            if (app is not null)
                await app.DisposeAsync().ConfigureAwait(false);
            throw exception switch
            {
                IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => new CliException(
                    ExitCodes.Failed, "PORT_TAKEN", $"Port {port} is taken, perhaps by another 'dotnet agnt5 dev'. Give a port with --port, or 0 for a free one.", exception),
                LocalAgnt5Exception refused => new CliException(ExitCodes.Failed, refused.Code, refused.Message, exception),
                InvalidOperationException => new CliException(ExitCodes.Failed, "LOCAL_AGNT5_INVALID", exception.Message, exception),
                _ => exception,
            };
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Streams and waits of clients end with it, so nobody has to be waited for long.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _app.StopAsync(limit.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The command decides when the app ends, and hears Ctrl+C itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
