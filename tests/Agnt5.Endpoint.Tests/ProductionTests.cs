using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary>What is convenient on a developer's machine does not go to production unnoticed.</summary>
public sealed class ProductionTests
{
    private const string Boom = """{"component_type":"function","component_name":"boom"}""";

    [Fact]
    public async Task An_endpoint_that_was_left_open_after_development_does_not_start_in_production()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(static () =>
            TestEndpoint.StartAsync((Action<ServerlessOptions>?)null, "--Agnt5:AllowUnsigned", "true", "--Agnt5:IncludeErrorDetails", "true"));

        Assert.Contains("AllowUnsigned is on outside of Development", error.Message, StringComparison.Ordinal);
        Assert.Contains("configure a signing secret and leave AllowUnsigned out", error.Message, StringComparison.Ordinal);
        Assert.Contains("set AllowUnsignedInProduction as well", error.Message, StringComparison.Ordinal);
        Assert.Contains("IncludeErrorDetails is on outside of Development", error.Message, StringComparison.Ordinal);
        Assert.Contains("set IncludeErrorDetailsInProduction as well", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_so_twice_gets_an_open_endpoint_in_production()
    {
        await using var endpoint = await TestEndpoint.StartAsync(
            static options => options.SigningSecret = null,
            "--Agnt5:AllowUnsigned", "true", "--Agnt5:AllowUnsignedInProduction", "true", "--Agnt5:IncludeErrorDetails", "true", "--Agnt5:IncludeErrorDetailsInProduction", "true");

        var answer = await endpoint.InvokeAsync(Boom, static invoke => invoke.Headers.Clear());

        Assert.Contains("System.InvalidOperationException: nope", answer.Json["error"]!["details"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_alone_opens_nothing()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.SigningSecret = null;
            options.AllowUnsignedInProduction = options.IncludeErrorDetailsInProduction = true;
        });

        (await endpoint.InvokeAsync(Boom)).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_SIGNING_SECRET_REQUIRED");
    }

    [Fact]
    public async Task The_environment_of_the_host_decides_what_development_is()
    {
        await using var app = ServerlessHost.Build(["--environment", "Development", "--port", "0", "--Agnt5:AllowUnsigned", "true", "--Agnt5:ValidateServices", "false"], Agnt5Components.Catalog);

        Assert.NotNull(app.Services.GetRequiredService<ServerlessEndpoint>());
    }
}
