using Agnt5.Client.Tests.Harness;

namespace Agnt5.Client.Tests;

/// <summary>Options that no client is made of, and what they would have done.</summary>
public sealed class OptionTests
{
    [Fact]
    public void A_key_does_not_cross_a_network_in_clear_text_unless_somebody_says_so()
    {
        var options = new Agnt5ClientOptions { Gateway = new("http://gateway.internal:34181"), ApiKey = Clients.Key };

        var problem = Assert.Throws<ArgumentException>(() => new Agnt5Client(options));
        options.AllowHttp = true;
        new Agnt5Client(options).Dispose();

        Assert.Contains("clear text", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://gw.agnt5.com")]
    [InlineData("https://user:secret@gw.agnt5.com")]
    [InlineData("https://gw.agnt5.com?key=secret")]
    public void An_address_is_an_address_alone(string address)
    {
        var problem = Assert.Throws<ArgumentException>(() => new Agnt5Client(new() { Gateway = new(address) }));

        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_was_copied_wrongly_is_refused_without_being_repeated()
    {
        var problem = Assert.Throws<ArgumentException>(() => new Agnt5Client(new() { ApiKey = "agnt5_sk_01\r\n23" }));

        Assert.DoesNotContain("agnt5_sk_", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_needs_its_place_and_is_no_key()
    {
        Assert.Throws<ArgumentException>(() => new Agnt5Client(new() { BearerToken = "t" }));
        Assert.Throws<ArgumentException>(() => new Agnt5Client(new() { BearerToken = "t", ApiKey = "k", WorkspaceId = "w", ProjectId = "p" }));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("äb")]
    public async Task A_tenant_is_what_the_gateway_takes_for_one(string tenant)
    {
        using var client = new Agnt5Client(new());

        await Assert.ThrowsAsync<ArgumentException>(() => client.StatusAsync("r-1", new() { TenantId = tenant }));
    }

    [Fact]
    public async Task A_text_that_no_header_carries_is_refused_before_anything_is_sent()
    {
        using var client = new Agnt5Client(new());

        var problem = await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitAsync(RunTarget.Function("greet"), options: new() { UserId = "Jörg\r\nX-API-KEY: other" }));

        Assert.Contains("UserId", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_says_where_and_who()
    {
        var options = new Agnt5ClientOptions();
        options.Apply(static name => name switch { "AGNT5_GATEWAY_URL" => " http://localhost:34181 ", "AGNT5_API_KEY" => "agnt5_sk_1", "AGNT5_TENANT_ID" => "t-1", _ => "" });

        Assert.Equal((new Uri("http://localhost:34181"), "agnt5_sk_1", "t-1", null), (options.Gateway, options.ApiKey, options.TenantId, options.DeploymentId));
        Assert.Equal(new Uri("https://gw.agnt5.com"), Agnt5ClientOptions.FromEnvironment().Gateway);
        Assert.Throws<ArgumentException>(static () => new Agnt5ClientOptions().Apply(static _ => "not an address"));
    }

    [Fact]
    public void A_target_that_names_nothing_is_told_at_once()
    {
        Assert.Throws<ArgumentException>(static () => RunTarget.Workflow(" "));
        Assert.Equal("workflow approve_order", RunTarget.Workflow("approve_order").ToString());
    }
}
