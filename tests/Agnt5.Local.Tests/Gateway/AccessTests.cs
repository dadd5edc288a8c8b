using System.Net;
using Agnt5.Local.Tests.Gateway.Harness;
using Microsoft.AspNetCore.Builder;

namespace Agnt5.Local.Tests.Gateway;

public sealed class AccessTests
{
    [Theory]
    [InlineData("X-API-KEY", "agnt5_sk_0123456789abcdeg")]
    [InlineData("X-API-KEY", "agnt5_sk_")]
    [InlineData("Authorization", "Bearer no")]
    [InlineData("Authorization", PlayedGateway.Key)]
    [InlineData("X-Other", "x")]
    public async Task Without_the_key_nothing_is_told_and_nothing_starts(string header, string value)
    {
        await using var gateway = await PlayedGateway.StartAsync();
        using var start = new HttpRequestMessage(HttpMethod.Post, "/v1/functions/hosted_double/submit");
        start.Headers.TryAddWithoutValidation(header, value);
        using var list = new HttpRequestMessage(HttpMethod.Get, "/v1/runs");
        list.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), await RefusalAsync(gateway, start));
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), await RefusalAsync(gateway, list));
        Assert.Empty(gateway.Engine.ListRuns(new()));
    }

    [Fact]
    public async Task The_key_is_taken_as_a_bearer_token_too()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/runs");
        request.Headers.Add("Authorization", $"bearer {PlayedGateway.Key}");

        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("Host", "evil.example:34181", "HOST_REFUSED")]
    [InlineData("Host", "localhost.evil.example", "HOST_REFUSED")]
    [InlineData("Host", "192.168.1.7", "HOST_REFUSED")]
    [InlineData("Origin", "https://evil.example", "ORIGIN_REFUSED")]
    [InlineData("Origin", "http://localhost:3000", "ORIGIN_REFUSED")]
    [InlineData("Origin", "null", "ORIGIN_REFUSED")]
    [InlineData(PlayedGateway.FromHeader, "192.168.1.7", "OTHER_MACHINE_REFUSED")]
    [InlineData(PlayedGateway.FromHeader, "2001:db8::7", "OTHER_MACHINE_REFUSED")]
    public async Task A_page_in_the_browser_and_another_machine_do_not_get_in_even_with_the_key(string header, string value, string code)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        using var request = gateway.Request(HttpMethod.Post, "/v1/functions/hosted_double/submit", "{}", (header, value));

        Assert.Equal((HttpStatusCode.Forbidden, code), await RefusalAsync(gateway, request));
        Assert.Empty(gateway.Engine.ListRuns(new()));
    }

    [Theory]
    [InlineData("Host", "localhost")]
    [InlineData("Host", "[::1]:34181")]
    [InlineData(PlayedGateway.FromHeader, "::1")]
    [InlineData(PlayedGateway.FromHeader, "::ffff:127.0.0.1")]
    public async Task The_own_machine_gets_in_by_each_of_its_names(string header, string value)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/v1/runs", (header, value))).Status);
    }

    [Fact]
    public async Task Other_machines_get_in_where_they_are_allowed_but_pages_of_other_origins_do_not()
    {
        await using var gateway = await PlayedGateway.StartAsync(static options => options.AllowOtherMachines = true);

        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/v1/runs", (PlayedGateway.FromHeader, "192.168.1.7"), ("Host", "build.example"))).Status);
        Assert.Equal("ORIGIN_REFUSED", (await gateway.GetAsync("/v1/runs", ("Origin", "https://evil.example"))).Json.ErrorCode());
    }

    [Fact]
    public void Options_that_cannot_work_are_named_together_and_the_key_is_not_repeated()
    {
        var options = new LocalGatewayOptions { ApiKey = "short secret", MaxBodyBytes = 1, MaxStreams = 0, KeepAlive = TimeSpan.Zero };

        var refused = Assert.Throws<InvalidOperationException>(options.ThrowIfInvalid);

        Assert.All((string[])["ApiKey", "MaxBodyBytes", "MaxStreams", "KeepAlive"], name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("short secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_was_made_stays_the_same_over_restarts_and_is_its_owners_alone()
    {
        var folder = Directory.CreateTempSubdirectory("agnt5-key");
        try
        {
            var file = Path.Combine(folder.FullName, "state", "key");

            var made = Local.Gateway.Access.KeyFile.ReadOrCreate(file);

            Assert.StartsWith("agnt5_sk_", made.Text, StringComparison.Ordinal);
            Assert.Equal(made.Text, Local.Gateway.Access.KeyFile.ReadOrCreate(file).Text);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_gateway_without_a_local_AGNT5_says_what_to_add()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddAgnt5Local", Assert.Throws<InvalidOperationException>(() => app.MapAgnt5Local()).Message, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, string?)> RefusalAsync(PlayedGateway gateway, HttpRequestMessage request)
    {
        var (status, json) = await gateway.SendAsync(request);
        return (status, json.ErrorCode());
    }
}
