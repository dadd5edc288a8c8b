using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.Endpoint.Tests;

/// <summary>What Development does for who starts an endpoint for the first time: a secret that stays, and a command to try.</summary>
public sealed class DevelopmentTests
{
    [Fact]
    public async Task The_guide_is_one_entry_of_the_log_behind_the_lines_of_the_host_and_holds_no_secret()
    {
        await using var endpoint = await StartHostAsync();

        var guide = endpoint.Log.Lines.Last();
        Assert.Equal(("Agnt5.DevelopmentGuide", LogLevel.Information), (guide.Category, guide.Level));
        Assert.StartsWith($"AGNT5 endpoint at {endpoint.Url}", guide.Message, StringComparison.Ordinal);
        Assert.Contains(endpoint.Log.Lines, static line => line.Message.StartsWith("Application started", StringComparison.Ordinal));
        Assert.DoesNotContain(endpoint.Secret, endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/hooks")]
    public async Task An_app_of_its_own_gets_the_same_help_for_the_place_where_the_endpoint_is_mounted(string prefix)
    {
        await using var endpoint = await MountedEndpoint.StartAsync(app => app.MapGroup(prefix).MapAgnt5(), environment: "Development");

        var guide = Assert.Single(endpoint.Log.About("AGNT5 endpoint at "), static line => line.Category == "Agnt5.DevelopmentGuide");
        Assert.Contains($"curl -s {endpoint.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{prefix}/agnt5/invoke ", guide.Message, StringComparison.Ordinal);
        using var invoked = await endpoint.InvokeAsync(path: $"{prefix}/agnt5/invoke", secret: OptionsOf(endpoint.Services).SigningSecret!);
        (await Answer.ReadAsync(invoked)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task The_secret_stays_the_same_over_restarts_in_a_file_that_its_owner_alone_may_read()
    {
        await using var first = await StartHostAsync();
        await using var second = await StartHostAsync();
        await using var mounted = await MountedEndpoint.StartAsync(static app => app.MapAgnt5(), environment: "Development");

        var file = first.Log.Lines.Last().Message.Split("SECRET=$(cat '")[1].Split("')")[0];
        Assert.Equal([first.Secret, first.Secret, first.Secret], [second.Secret, OptionsOf(mounted.Services).SigningSecret!, await File.ReadAllTextAsync(file)]);
        Assert.Equal("obj", Path.GetFileName(Path.GetDirectoryName(file)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Outside_of_Development_nothing_is_made_and_nothing_is_told()
    {
        await using var production = await StartHostAsync("Production", "--Agnt5:IsDevelopment", "true");
        await using var mounted = await MountedEndpoint.StartAsync(static app => app.MapAgnt5(), environment: "Staging");

        Assert.Equal((null, null), (OptionsOf(production.Services).SigningSecret, OptionsOf(mounted.Services).SigningSecret));
        Assert.DoesNotContain(production.Log.Lines.Concat(mounted.Log.Lines), static line => line.Category == "Agnt5.DevelopmentGuide");
    }

    [Theory]
    [InlineData("--Agnt5:SigningSecret", "a-secret-of-the-configuration", "SECRET='the signing secret that you configured'")]
    [InlineData("--Agnt5:AllowUnsigned", "true", "SECRET='unsigned'")]
    public async Task Who_configured_a_secret_or_needs_none_is_given_no_other(string option, string value, string expected)
    {
        await using var endpoint = await StartHostAsync("Development", option, value);

        var guide = endpoint.Log.Lines.Last().Message;
        Assert.Contains(expected, guide, StringComparison.Ordinal);
        Assert.DoesNotContain("No signing secret is configured", guide, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-of-the-configuration", endpoint.Log.Text, StringComparison.Ordinal);
    }

    private static ServerlessOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<ServerlessOptions>>().Value;

    private static async Task<RunningHost> StartHostAsync(string environment = "Development", params string[] args)
    {
        var log = new RecordedLog();
        var app = ServerlessHost.Build(
            [.. args, "--port", "0", "--host", "127.0.0.1", "--environment", environment, "--Agnt5:ValidateServices", "false"],
            Agnt5Components.Catalog,
            builder => builder.Logging.ClearProviders().AddProvider(log));
        await app.StartAsync();
        return new RunningHost(app, log);
    }

    private sealed class RunningHost(WebApplication app, RecordedLog log) : IAsyncDisposable
    {
        public RecordedLog Log => log;

        public IServiceProvider Services => app.Services;

        public string Url => app.Urls.Single();

        public string Secret => OptionsOf(app.Services).SigningSecret!;

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
