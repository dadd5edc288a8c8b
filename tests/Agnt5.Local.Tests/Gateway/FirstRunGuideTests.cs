using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Gateway;
using Agnt5.Local.Gateway.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Gateway;

public sealed class FirstRunGuideTests
{
    private const string Guide = "AGNT5 itself runs in this process";

    private readonly RecordedLog _log = new();

    [Fact]
    public async Task In_Development_the_log_has_the_commands_that_take_a_run_to_its_end_and_no_key()
    {
        await using var app = await StartAsync("Development");

        var guide = Assert.Single(_log.About(Guide)).Message;
        Assert.Contains($"KEY=\"X-API-KEY: $(cat '{KeyFile.InProject}')\"", guide, StringComparison.Ordinal);
        Assert.Contains($"curl -s -w '\\n' {app.Urls.Single()}/v1/workflows/", guide, StringComparison.Ordinal);
        Assert.Contains("""/v1/workflows/resume/last -H "$KEY" -d '{"user_response":"approve","skip_sleep":true}'""", guide, StringComparison.Ordinal);
        Assert.DoesNotContain(KeyOf(app), _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_Development_stays_over_restarts_in_a_file_that_its_owner_alone_may_read()
    {
        await using var first = await StartAsync("Development");
        await using var second = await StartAsync("Development");

        Assert.Equal(KeyOf(first), KeyOf(second));
        Assert.Equal("obj", Path.GetFileName(Path.GetDirectoryName(KeyFile.InProject)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile.InProject!));
    }

    [Fact]
    public async Task A_key_that_was_given_is_left_to_who_gave_it()
    {
        await using var app = await StartAsync("Development", "agnt5_sk_0123456789abcdef");

        Assert.Contains("KEY='X-API-KEY: the key that you configured'", Assert.Single(_log.About(Guide)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("agnt5_sk_", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_Development_nothing_is_told()
    {
        await using var app = await StartAsync("Production");

        Assert.Empty(_log.About(Guide));
    }

    [Fact]
    public async Task An_app_whose_server_has_no_address_starts_without_an_error()
    {
        await using var app = await StartAsync("Development", server: new SilentServer());

        Assert.DoesNotContain(_log.Lines, static line => line.Level >= LogLevel.Error);
    }

    private static string KeyOf(WebApplication app) => app.Services.GetRequiredService<LocalAgnt5Service>().Key!;

    private async Task<WebApplication> StartAsync(string environment, string key = "", IServer? server = null)
    {
        var app = LocalAgnt5Host.Build(["--environment", environment, "--AGNT5_API_KEY", key], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(_log);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            if (server is not null)
                builder.Services.AddSingleton(server);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>A server such as that of a test, which no URL leads to.</summary>
    private sealed class SilentServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
