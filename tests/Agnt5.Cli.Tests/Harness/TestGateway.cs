using Agnt5.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Cli.Tests.Harness;

/// <summary>A local AGNT5 with the components of this project, as another process would have it: commands reach it by its address and a key of the environment.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    public const string Key = "agnt5_sk_of_the_tests_0123456789";

    private readonly WebApplication _app;

    private TestGateway(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<TestGateway> StartAsync(bool hasComponents = true)
    {
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", Key);
        var app = LocalAgnt5Host.Build(["--urls", "http://127.0.0.1:0"], hasComponents ? Agnt5Components.Catalog : null, static builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<LocalGatewayOptions>(static options => options.ApiKey = Key);
        });
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Runs a command against it.</summary>
    public Task<CommandLineRun> RunAsync(params string[] args) => CommandLineRun.OfAsync([.. args, "--gateway", Url]);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
