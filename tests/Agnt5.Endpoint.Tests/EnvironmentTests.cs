using System.Net;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>The environment belongs to the whole process, so these tests run by themselves.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Variables =
    [
        "AGNT5_SERVERLESS_ENABLED", "AGNT5_SERVERLESS_SIGNING_SECRET", "AGNT5_WORKERLESS_SIGNING_SECRET", "WORKERLESS_SIGNING_SECRET", "K_REVISION", "GIT_SHA",
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
}
