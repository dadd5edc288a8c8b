using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: a secret that can be guessed from one captured request.</summary>
public sealed class ShortSecretTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const string Short = "fifteen-bytes-x";

    [Fact]
    public async Task A_short_secret_is_warned_of_before_anybody_uses_it()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.SigningSecret = $" {Short} ");

        Assert.Single(endpoint.Log.About("shorter than 16 bytes"), static line => line.Level == LogLevel.Warning);
        Assert.DoesNotContain(Short, endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sixteen-bytes-xx")]
    [InlineData("äöüßäöüß")]
    public async Task A_secret_of_sixteen_bytes_is_long_enough(string secret)
    {
        await using var endpoint = await TestEndpoint.StartAsync(options => options.SigningSecret = secret);

        Assert.Empty(endpoint.Log.About("shorter than"));
    }

    [Fact]
    public async Task A_short_secret_that_a_resolver_gives_is_warned_of_once()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.SigningSecret = null;
            options.SigningSecretResolver = static _ => new([TestEndpoint.Secret, Short]);
        });
        Assert.Empty(endpoint.Log.About("shorter than"));

        for (var i = 0; i < 3; i++)
            (await endpoint.InvokeAsync(Hello)).MustBe("completed");

        Assert.Single(endpoint.Log.About("shorter than 16 bytes"), static line => line.Level == LogLevel.Warning);
        Assert.DoesNotContain(Short, endpoint.Log.Text, StringComparison.Ordinal);
    }
}
