using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary>The environment belongs to the whole process, so these tests run by themselves.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Variables =
    [
        "AGNT5_SERVERLESS_ENABLED", "AGNT5_SERVERLESS_SIGNING_SECRET", "AGNT5_WORKERLESS_SIGNING_SECRET", "WORKERLESS_SIGNING_SECRET", "K_REVISION", "GIT_SHA",
        "Agnt5__ServiceName", "AGNT5__OUTBOUNDGUARD__ALLOWEDHOSTS", "Agnt5__OutboundGuard__AllowedHosts__1", "Agnt5__Enabled", "Agnt5__OutboundGuard__Timeout",
        "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT",
    ];

    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";

    public void Dispose() => Array.ForEach(Variables, static variable => Environment.SetEnvironmentVariable(variable, null));

    [Theory]
    [InlineData("0", false)]
    [InlineData(" False ", false)]
    [InlineData("NO", false)]
    [InlineData("off", false)]
    [InlineData("disabled\n", false)]
    [InlineData("true", true)]
    [InlineData("", true)]
    [InlineData("nonsense", true)]
    public async Task The_kill_switch_variable_is_read_at_each_request(string value, bool isOn)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await endpoint.Client.GetAsync("/.well-known/agnt5")).StatusCode);

        Environment.SetEnvironmentVariable("AGNT5_SERVERLESS_ENABLED", value);

        var expected = isOn ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable;
        Assert.Equal(expected, (await endpoint.Client.GetAsync("/.well-known/agnt5")).StatusCode);
    }

    [Theory]
    [InlineData("AGNT5_SERVERLESS_SIGNING_SECRET")]
    [InlineData("AGNT5_WORKERLESS_SIGNING_SECRET")]
    [InlineData("WORKERLESS_SIGNING_SECRET")]
    public async Task A_secret_in_the_environment_is_enough_and_blanks_around_it_do_not_count(string variable)
    {
        Environment.SetEnvironmentVariable(variable, $"  {TestEndpoint.Secret} \n");
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.SigningSecret = null);

        (await endpoint.InvokeAsync(Hello)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task The_first_of_several_secret_variables_that_is_not_blank_decides()
    {
        Environment.SetEnvironmentVariable("AGNT5_SERVERLESS_SIGNING_SECRET", "  ");
        Environment.SetEnvironmentVariable("AGNT5_WORKERLESS_SIGNING_SECRET", TestEndpoint.Secret);
        Environment.SetEnvironmentVariable("WORKERLESS_SIGNING_SECRET", "an old one");
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.SigningSecret = null);

        (await endpoint.InvokeAsync(Hello)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public void A_host_without_a_configuration_reads_options_from_the_environment()
    {
        Environment.SetEnvironmentVariable("Agnt5__ServiceName", "orders");
        Environment.SetEnvironmentVariable("AGNT5__OUTBOUNDGUARD__ALLOWEDHOSTS", "one.example.com, two.example.com");
        Environment.SetEnvironmentVariable("Agnt5__OutboundGuard__AllowedHosts__1", "three.example.com");
        var options = new ServerlessOptions { ServiceName = "default", ServiceVersion = "1.0.0" };

        ServerlessConfiguration.ApplyEnvironment(options);

        Assert.Equal(("orders", "1.0.0"), (options.ServiceName, options.ServiceVersion));
        Assert.Equal(["one.example.com", "two.example.com", "three.example.com"], options.OutboundGuard.AllowedHosts);
    }

    [Fact]
    public void Every_setting_that_cannot_be_read_is_named_in_one_message()
    {
        Environment.SetEnvironmentVariable("Agnt5__Enabled", "perhaps");
        Environment.SetEnvironmentVariable("Agnt5__OutboundGuard__Timeout", "soon");

        var error = Assert.Throws<InvalidOperationException>(static () => ServerlessConfiguration.ApplyEnvironment(new ServerlessOptions()));

        Assert.Contains("Agnt5:Enabled is 'perhaps': give true or false.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Agnt5:OutboundGuard:Timeout is 'soon': give a time from 1 millisecond to 01:00:00, for example 00:00:30.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData(null, "development", true)]
    [InlineData("Staging", "Development", false)]
    [InlineData(null, null, false)]
    public async Task A_host_of_its_own_is_in_development_when_the_environment_says_so(string? ofWeb, string? ofDotnet, bool isDevelopment)
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", ofWeb);
        Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", ofDotnet);
        await using var services = new ServiceCollection().BuildServiceProvider();

        var error = Record.Exception(() => new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { AllowUnsigned = true }, services));

        Assert.Equal(isDevelopment, error is null);
    }

    [Theory]
    [InlineData("K_REVISION", "orders-00042")]
    [InlineData("GIT_SHA", "3f2c1ab")]
    public async Task The_manifest_names_the_revision_that_the_host_deployed(string variable, string version)
    {
        Environment.SetEnvironmentVariable("GIT_SHA", "less specific");
        Environment.SetEnvironmentVariable(variable, version);
        await using var endpoint = await TestEndpoint.StartAsync();

        var manifest = await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"));

        Assert.Equal(version, manifest.Json["service_version"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_manifest_names_no_commit_that_nobody_chose_to_name()
    {
        var built = System.Reflection.Assembly.GetEntryAssembly()!.GetCustomAttributes(inherit: false).OfType<System.Reflection.AssemblyInformationalVersionAttribute>().Single().InformationalVersion;
        await using var endpoint = await TestEndpoint.StartAsync();

        var manifest = await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"));

        Assert.Equal(built.Split('+')[0], manifest.Json["service_version"]!.GetValue<string>());
    }
}
