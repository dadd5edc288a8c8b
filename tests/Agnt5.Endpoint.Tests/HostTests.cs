using System.Net;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Set-up: configuration, start-up errors, mounting in an app, and shutting down.</summary>
public sealed class HostTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";

    [Fact]
    public async Task Options_come_from_configuration_and_code_wins_over_it()
    {
        await using var endpoint = await TestEndpoint.StartAsync(
            static options => options.ServiceVersion = "2.0.0", "--Agnt5:ServiceName", "orders", "--Agnt5:ServiceVersion", "1.0.0", "--Agnt5:MaxRequestBodyBytes", "60");

        var manifest = await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"));

        Assert.Equal(("orders", "2.0.0"), (manifest.Json["service_name"]!.GetValue<string>(), manifest.Json["service_version"]!.GetValue<string>()));
        (await endpoint.InvokeAsync(Hello + new string(' ', 60))).MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task A_wrong_configuration_stops_the_start_with_one_message_that_names_every_fix()
    {
        var unreadable = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestEndpoint.StartAsync((Action<ServerlessOptions>?)null, "--Agnt5:AllowUnsigned", "yes", "--Agnt5:MaxRequestBodyBytes", "8MB"));
        Assert.Contains("Agnt5:AllowUnsigned is 'yes': give true or false.", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("Agnt5:MaxRequestBodyBytes is '8MB': give a number of bytes from 1 to 536870912.", unreadable.Message, StringComparison.Ordinal);

        var unworkable = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync(static options =>
        {
            options.MaxRequestBodyBytes = options.MaxUnverifiedBytes = 0;
            options.RequestBodyTimeout = options.SigningSecretCacheTime = TimeSpan.FromHours(2);
            options.ServiceName = " ";
            options.SigningSecretResolver = static _ => ValueTask.FromResult<IReadOnlyList<string>>([]);
        }));
        Assert.Contains("MaxRequestBodyBytes is 0", unworkable.Message, StringComparison.Ordinal);
        Assert.Contains("MaxUnverifiedBytes is 0", unworkable.Message, StringComparison.Ordinal);
        Assert.Contains("RequestBodyTimeout is 02:00:00", unworkable.Message, StringComparison.Ordinal);
        Assert.Contains("SigningSecretCacheTime is 02:00:00", unworkable.Message, StringComparison.Ordinal);
        Assert.Contains("ServiceName is blank", unworkable.Message, StringComparison.Ordinal);
        Assert.Contains("SigningSecret and SigningSecretResolver are both set", unworkable.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxRequestBodyBytes", "-5", "MaxRequestBodyBytes is -5: give a number of bytes from 1 to 536870912.")]
    [InlineData("MaxUnverifiedBytes", "0", "MaxUnverifiedBytes is 0: give a number of bytes from 1 to 1099511627776, for example 25165824.")]
    [InlineData("MaxJsonDepth", "-1", "MaxJsonDepth is -1: give a number of levels from 64 to 4096.")]
    [InlineData("SignatureWindow", "-00:05:00", "SignatureWindow is -00:05:00: give a time from 00:00:01 to 01:00:00, for example 00:05:00.")]
    [InlineData("OutboundGuard:Timeout", "02:00:00", "OutboundGuard.Timeout is 02:00:00: give a time from 1 millisecond to 01:00:00, for example 00:00:30.")]
    [InlineData(
        "MaxRequestBodyBytes", "99999999999999999999", "The configuration value Agnt5:MaxRequestBodyBytes is '99999999999999999999': give a number of bytes from 1 to 536870912.")]
    [InlineData("MaxJsonDepth", "9999999999", "The configuration value Agnt5:MaxJsonDepth is '9999999999': give a number of levels from 64 to 4096.")]
    [InlineData(
        "RequestBodyTimeout", "30", "The configuration value Agnt5:RequestBodyTimeout is '30': give a time from 1 millisecond to 01:00:00, for example 00:00:30; a number alone means days.")]
    [InlineData(
        "SigningSecretCacheTime", "30s", "The configuration value Agnt5:SigningSecretCacheTime is '30s': give a time from 00:00:00 to 01:00:00, for example 00:00:30.")]
    public async Task A_configured_number_out_of_range_is_named_with_its_range(string option, string value, string problem)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync((Action<ServerlessOptions>?)null, $"--Agnt5:{option}", value));

        Assert.Equal($"The AGNT5 endpoint cannot start. {problem}", error.Message);
    }

    [Fact]
    public async Task A_bound_of_memory_that_no_sum_can_hold_is_named()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestEndpoint.StartAsync(static options => options.MaxUnverifiedBytes = long.MaxValue));

        Assert.Contains("MaxUnverifiedBytes is 9223372036854775807: give a number of bytes from 1 to 1099511627776", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_port_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => ServerlessHost.Build(["--port", "abc"], Agnt5Components.Catalog));

        Assert.Contains("PORT is 'abc': give a number from 0 to 65535.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8787")]
    [InlineData("http://127.0.0.1:9000", "--port", "9000")]
    [InlineData("http://0.0.0.0:9000", "--port", "9000", "--host", "0.0.0.0")]
    [InlineData("http://[::1]:8787", "--host", "::1")]
    [InlineData("http://0.0.0.0:8787", "--DOTNET_RUNNING_IN_CONTAINER", "true")]
    [InlineData("http://localhost:7000", "--urls", "http://localhost:7000", "--port", "9000")]
    [InlineData("http://localhost:8787", "--host", "LocalHost")]
    [InlineData("http://localhost:8787", "--host", "shop.localhost")]
    [InlineData("http://[::1]:8787", "--host", "[::1]")]
    [InlineData("http://127.0.0.1:8787", "--host", " 127.0.0.1 ", "--port", " ")]
    [InlineData("http://127.0.0.1:8787", "--host", "", "--urls", " ")]
    [InlineData("http://*:8787", "--host", "*")]
    [InlineData("http://[::]:8787", "--host", "::")]
    [InlineData("http://*:80;http://127.0.0.1:81/base", "--urls", "http://*:80; http://127.0.0.1:81/base;")]
    [InlineData("http://localhost:82", "--urls", "http://shop.localhost:82")]
    [InlineData("http://127.0.0.1:0", "--host", "localhost", "--port", "0")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:0;http://*:0", "--urls", "http://LocalHost:0;http://shop.localhost:0;http://*:0")]
    public async Task The_host_listens_where_it_was_told_and_on_loopback_otherwise(string expected, params string[] args)
    {
        await using var app = ServerlessHost.Build(args, Agnt5Components.Catalog);

        Assert.Equal(expected, app.Configuration[WebHostDefaults.ServerUrlsKey]);
    }

    [Theory]
    [InlineData("HOST is 'orders internal': this name does not resolve.", "--host", "orders internal")]
    [InlineData("HOST is '[nonsense]': this name does not resolve.", "--host", "[nonsense]")]
    [InlineData(
        "HOST is '192.0.2.1': this is no address of this machine. Give an address of this machine, a name of it, 'localhost', or '0.0.0.0' for all interfaces, or unset HOST.", "--host", "192.0.2.1")]
    [InlineData("A URL of urls is 'http://localhost:abc': give a number from 0 to 65535 as its port.", "--urls", "http://localhost:abc")]
    [InlineData("A URL of urls is 'http://127.0.0.1:70000': give a number from 0 to 65535 as its port.", "--urls", "http://127.0.0.1:70000")]
    [InlineData("HOST is '8787': this is no address of this machine.", "--host", "8787")]
    [InlineData("HOST is '127.0.0.1:9000': this is no address; a port goes into PORT.", "--host", "127.0.0.1:9000")]
    [InlineData("HOST is 'http://127.0.0.1': this is a URL, which goes into ASPNETCORE_URLS or --urls.", "--host", "http://127.0.0.1")]
    [InlineData("A host of urls is '[nonsense]': this name does not resolve.", "--urls", "http://localhost:1;http://[nonsense]:5000")]
    public void A_host_that_is_no_address_of_this_machine_opens_the_endpoint_to_nobody(string expected, params string[] args)
    {
        var error = Assert.Throws<InvalidOperationException>(() => ServerlessHost.Build(args, Agnt5Components.Catalog));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("80.0")]
    [InlineData("tcp://10.0.0.1:80")]
    public void A_port_out_of_range_is_named(string port)
    {
        var error = Assert.Throws<InvalidOperationException>(() => ServerlessHost.Build(["--port", port], Agnt5Components.Catalog));

        Assert.Contains($"PORT is '{port}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mapping_without_adding_names_the_missing_line()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var error = Assert.Throws<InvalidOperationException>(() => app.MapAgnt5());

        Assert.Contains("builder.Services.AddAgnt5(Agnt5Components.Catalog)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_twice_is_an_error_and_not_a_silent_choice()
    {
        var services = new ServiceCollection().AddAgnt5(Agnt5Components.Catalog);

        Assert.Throws<InvalidOperationException>(() => services.AddAgnt5(Agnt5Components.Catalog));
    }

    [Fact]
    public async Task An_app_keeps_its_own_routes_and_may_put_the_endpoint_under_a_prefix()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAgnt5(Agnt5Components.Catalog, static options => options.SigningSecret = TestEndpoint.Secret);
        await using var app = builder.Build();
        app.MapGet("/", static () => "home");
        app.MapGroup("/hooks").MapAgnt5();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var invoke = new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest();
        invoke.RequestUri = new Uri("/hooks/agnt5/invoke", UriKind.Relative);
        (await Answer.ReadAsync(await client.SendAsync(invoke))).MustComplete("""{"message":"hello world"}""");

        Assert.Equal("home", await client.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/hooks/.well-known/agnt5")).StatusCode);
        foreach (var path in (string[])["/hooks/agnt5/invoke", "/hooks/.well-known/agnt5/", "/hooks/.well-known/AGNT5"])
        {
            var notFound = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, notFound.StatusCode);
            Assert.Contains("AGNT5 workerless route not found", await notFound.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shutting_down_lets_running_invocations_finish()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var running = endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"first_of_three","run_id":"last"}""");
        while (endpoint.Services.GetRequiredService<StepCounter>().Of("last", "quick") == 0)
            await Task.Delay(5);

        await endpoint.StopAsync();

        (await running).MustComplete("\"1 False\"");
    }

    [Fact]
    public void In_Development_a_start_names_every_service_that_components_need_and_nobody_registered()
    {
        var missing = Assert.Throws<InvalidOperationException>(static () => ServerlessHost.Build(
            ["--environment", Environments.Development], Agnt5Components.Catalog, static builder =>
                builder.Services.AddSingleton<Notebook>().AddKeyedSingleton(typeof(IShelf<>), KeyedService.AnyKey, typeof(Shelf<>))));

        Assert.Contains("function use_missing: Agnt5.Endpoint.Tests.Components.INotRegistered is not registered: add it to the services", missing.Message, StringComparison.Ordinal);
        Assert.Contains("is not registered under the key 'stamp'", missing.Message, StringComparison.Ordinal);
        Assert.Equal(1, missing.Message.Split("Components.Gates is not registered").Length - 1);
        Assert.DoesNotContain("Components.Notebook", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Components.IShelf", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task What_helps_a_developer_is_on_in_Development_unless_the_configuration_says_otherwise(string environment, bool isOn)
    {
        await using var asItIs = Configured("--environment", environment);
        await using var otherwise = Configured("--environment", environment, "--Agnt5:LogInputProblems", $"{!isOn}", "--Agnt5:ValidateServices", $"{!isOn}");

        Assert.Equal((isOn, isOn), (OptionsOf(asItIs).LogInputProblems, OptionsOf(asItIs).ValidateServices));
        Assert.Equal((!isOn, !isOn), (OptionsOf(otherwise).LogInputProblems, OptionsOf(otherwise).ValidateServices));
    }

    [Fact]
    public async Task Connections_are_limited_unless_the_configuration_or_the_program_says_otherwise()
    {
        await using var asItIs = ServerlessHost.Build([], Agnt5Components.Catalog);
        await using var configured = ServerlessHost.Build(
            ["--Kestrel:Limits:MaxConcurrentConnections", "7", "--Kestrel:Limits:Http2:MaxStreamsPerConnection", "8", "--Kestrel:Limits:MinRequestBodyDataRate:BytesPerSecond", "9"],
            Agnt5Components.Catalog);
        await using var programmed = ServerlessHost.Build(["--Kestrel:Limits:MaxConcurrentConnections", "7"], Agnt5Components.Catalog, static builder =>
            builder.WebHost.ConfigureKestrel(static kestrel => (kestrel.Limits.MaxConcurrentConnections, kestrel.Limits.MaxRequestBufferSize) = (null, null)));

        Assert.Equal((10_000L, 32 * 1024L, TimeSpan.FromSeconds(15)), (LimitsOf(asItIs).MaxConcurrentConnections, LimitsOf(asItIs).MaxRequestBufferSize, LimitsOf(asItIs).RequestHeadersTimeout));
        Assert.Equal((7L, 8, 9d), (LimitsOf(configured).MaxConcurrentConnections, LimitsOf(configured).Http2.MaxStreamsPerConnection, LimitsOf(configured).MinRequestBodyDataRate?.BytesPerSecond));
        Assert.Equal((null, (long?)null), (LimitsOf(programmed).MaxConcurrentConnections, LimitsOf(programmed).MaxRequestBufferSize));
        var unreadable = Assert.Throws<InvalidOperationException>(static () => LimitsOf(ServerlessHost.Build(["--Kestrel:Limits:RequestHeadersTimeout", "soon"], Agnt5Components.Catalog)));
        Assert.Contains("Kestrel:Limits:RequestHeadersTimeout is 'soon': give a time like 00:00:15.", unreadable.Message, StringComparison.Ordinal);
    }

    private static Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerLimits LimitsOf(WebApplication app) =>
        app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>>().Value.Limits;

    private static WebApplication Configured(params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddAgnt5(Agnt5Components.Catalog);
        return builder.Build();
    }

    private static ServerlessOptions OptionsOf(WebApplication app) =>
        app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ServerlessOptions>>().Value;
}
