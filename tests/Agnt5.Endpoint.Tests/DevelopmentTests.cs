using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
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
    [InlineData("", "")]
    [InlineData("/hooks", "/hooks")]
    [InlineData("/hooks/{tenant}", "/hooks/YOUR-TENANT")]
    [InlineData("/{tenant=acme}/v{version:int}", "/acme/vYOUR-VERSION")]
    public async Task An_app_of_its_own_gets_the_same_help_for_the_place_where_the_endpoint_is_mounted(string pattern, string prefix)
    {
        await using var endpoint = await MountedEndpoint.StartAsync(app => app.MapGroup(pattern).MapAgnt5(), environment: "Development");

        var guide = Assert.Single(endpoint.Log.About("AGNT5 endpoint at "), static line => line.Category == "Agnt5.DevelopmentGuide");
        Assert.Contains($" {endpoint.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{prefix}/agnt5/invoke ", guide.Message, StringComparison.Ordinal);
        // A redirection to HTTPS has no body, and the command would print nothing.
        Assert.Contains("curl -s -w '%{stderr}\\nHTTP %{http_code} %{redirect_url}\\n' http", guide.Message, StringComparison.Ordinal);
        if (prefix.Contains("VERSION", StringComparison.Ordinal))
            return;
        using var invoked = await endpoint.InvokeAsync(path: $"{prefix}/agnt5/invoke", secret: OptionsOf(endpoint.Services).SigningSecret!);
        (await Answer.ReadAsync(invoked)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task The_secret_stays_the_same_over_restarts_in_a_file_that_its_owner_alone_may_read()
    {
        await using var first = await StartHostAsync();
        await using var second = await StartHostAsync();
        await using var mounted = await MountedEndpoint.StartAsync(static app => app.MapAgnt5(), environment: "Development");

        var file = FileOf(first);
        Assert.Equal([first.Secret, first.Secret, first.Secret], [second.Secret, OptionsOf(mounted.Services).SigningSecret!, await File.ReadAllTextAsync(file)]);
        Assert.Equal("obj", Path.GetFileName(Path.GetDirectoryName(file)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task An_app_that_maps_the_endpoint_twice_gets_one_guide()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(
            static app =>
            {
                app.MapGroup("/first").MapAgnt5();
                app.MapGroup("/second").MapAgnt5();
            },
            environment: "Development");

        Assert.Contains("/first/agnt5/invoke ", Assert.Single(endpoint.Log.About("AGNT5 endpoint at ")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_of_the_servers_address_is_a_part_of_the_place()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(
            static app =>
            {
                app.MapGroup("/hooks").MapAgnt5();
                // As servers say it that take one; Kestrel does not.
                app.Lifetime.ApplicationStarted.Register(() =>
                    ((IApplicationBuilder)app).ServerFeatures.Set<IServerAddressesFeature>(new ServerAddressesFeature { Addresses = { "http://127.0.0.2:5000/base" } }));
            },
            environment: "Development");

        Assert.StartsWith("AGNT5 endpoint at http://127.0.0.2:5000/base/hooks", Assert.Single(endpoint.Log.About("AGNT5 endpoint at ")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_empty_or_that_others_may_read_is_replaced_and_one_that_cannot_be_is_named_with_the_reason()
    {
        string file;
        await using (var first = await StartHostAsync())
            file = FileOf(first);
        await File.WriteAllTextAsync(file, " ");
        await using (var second = await StartHostAsync())
            Assert.Equal((await File.ReadAllTextAsync(file), 32), (second.Secret, second.Secret.Length));

        if (!OperatingSystem.IsWindows())
        {
            var known = await File.ReadAllTextAsync(file);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            await using var third = await StartHostAsync();
            Assert.NotEqual(known, third.Secret);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        File.Delete(file);
        Directory.CreateDirectory(file);
        try
        {
            await using var fourth = await StartHostAsync();
            var guide = fourth.Log.Lines.Last().Message;
            Assert.Contains($"No signing secret is configured, and {file}, where one for Development is kept, cannot be used: ", guide, StringComparison.Ordinal);
            Assert.Contains(": set AGNT5_SERVERLESS_SIGNING_SECRET and start again.", guide, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, "agnt5.development-secret*"));
        }
        finally
        {
            Directory.Delete(file);
        }
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

    private static string FileOf(RunningHost host) => host.Log.Lines.Last().Message.Split("SECRET=$(cat '")[1].Split("')")[0];

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
