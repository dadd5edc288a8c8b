using System.Net;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Users of one server are told apart, and none takes what others need.</summary>
public sealed class SharedServerTests
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}""";

    [Fact]
    public async Task A_user_with_too_many_sessions_ends_the_own_ones_and_nobody_elses()
    {
        await using var app = await StartAsync();
        var other = await BeginAsync(app, "sub=other");
        string[] own = [await BeginAsync(app, "sub=one"), await BeginAsync(app, "sub=one"), await BeginAsync(app, "sub=one")];

        Assert.Equal(HttpStatusCode.OK, await PingAsync(app, other, "sub=other"));
        Assert.Equal(HttpStatusCode.NotFound, await PingAsync(app, own[0], "sub=one"));
        Assert.Equal(HttpStatusCode.OK, await PingAsync(app, own[1], "sub=one"));
        Assert.Equal(HttpStatusCode.OK, await PingAsync(app, own[2], "sub=one"));
    }

    [Fact]
    public async Task A_user_whose_sessions_are_all_in_use_gets_no_other_and_the_next_user_does()
    {
        await using var app = await StartAsync(static options => options.MaxSessionsPerUser = 1);
        var session = await BeginAsync(app, "sub=one");
        using var patience = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, app.McpAddress)
        {
            Headers = { { "Mcp-Session-Id", session } },
            Content = new StringContent("""{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"wait_for_ever"}}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "sub=one");
        var call = app.Client.SendAsync(request, patience.Token);
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var refused = await WireAnswer.PostAsync(app, Initialize, "application/json", ("Authorization", "sub=one"));
        await BeginAsync(app, "sub=other");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("this user", refused.ErrorMessage, StringComparison.Ordinal);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("client_id=a", "client_id=b")]
    [InlineData("azp=a", "azp=b")]
    [InlineData("appid=a", "appid=b")]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=&client_id=a", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=&client_id=b")]
    [InlineData("tenant=a", "tenant=b")]
    [InlineData("tenant=a&role=x", "tenant=a&role=y")]
    [InlineData("client_id=a", "azp=a")]
    [InlineData("sub=a", "client_id=a")]
    public async Task Callers_without_an_id_or_a_name_are_told_apart_by_what_they_have(string claims, string others)
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app, claims);

        Assert.Equal(HttpStatusCode.NotFound, await PingAsync(app, session, others));
        Assert.Equal(HttpStatusCode.OK, await PingAsync(app, session, claims));
    }

    [Fact]
    public async Task A_new_token_of_the_same_client_is_the_same_caller()
    {
        await using var app = await StartAsync();
        var session = await BeginAsync(app, "client_id=a&iat=1&exp=2&jti=x");
        var nameless = await BeginAsync(app, "role=a&tenant=b&iat=1&exp=2&jti=x");

        Assert.Equal(HttpStatusCode.OK, await PingAsync(app, session, "client_id=a&iat=2&exp=3&jti=y"));
        Assert.Equal(HttpStatusCode.OK, await PingAsync(app, nameless, "tenant=b&role=a&iat=2&exp=3&jti=y&nbf=2"));
    }

    [Fact]
    public async Task The_results_of_one_user_leave_room_for_those_of_others()
    {
        const int Most = 16 * 1024 * 1024;
        await using var app = await StartAsync(static options => (options.MaxInlineResultBytes, options.MaxResultBytes, options.MaxSessionsPerUser) = (1000, 2 * Most, 5));
        foreach (var isKept in (bool[])[true, true, false])
            Assert.Equal(isKept, await IsKeptAsync(app, "sub=one", Most));

        Assert.True(await IsKeptAsync(app, "sub=other", Most));
    }

    [Fact]
    public async Task A_cache_that_drops_a_result_without_a_word_loses_none()
    {
        await using var app = await McpApp.StartAsync(
            static services => services.AddDistributedMemoryCache(static options => options.SizeLimit = 100), static options => options.MaxInlineResultBytes = 1000);
        await using var client = await app.ConnectAsync();

        var result = await client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = 2000 });

        Assert.Equal(new string('a', 2000), Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task A_cache_that_nobody_needs_is_not_made()
    {
        await using var app = await McpApp.StartAsync(static services => services.AddScoped<IDistributedCache>(static _ => throw new InvalidOperationException("No cache here.")));

        Assert.Equal(HttpStatusCode.OK, (await WireAnswer.PostAsync(app, """{"jsonrpc":"2.0","id":1,"method":"ping"}""")).Status);
    }

    // The sessions stay open with their clients' process, as a crash leaves them.
    private static async Task<bool> IsKeptAsync(McpApp app, string claims, int length)
    {
        var session = await BeginAsync(app, claims);
        var answer = await WireAnswer.PostAsync(
            app,
            $$$$"""{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"write_letter","arguments":{"length":{{{{length}}}}}}}""",
            "application/json",
            ("Mcp-Session-Id", session),
            ("Authorization", claims));
        return answer.Json!["result"]!["content"]!.AsArray().Count == 2;
    }

    private static Task<McpApp> StartAsync(Action<Agnt5McpOptions>? configure = null) => McpApp.StartAsync(
        ClaimsAuthentication.Add,
        map: app => app.MapAgnt5Mcp(configure: options =>
        {
            (options.Stateful, options.MaxSessions, options.MaxSessionsPerUser) = (true, 5, 2);
            configure?.Invoke(options);
        }).RequireAuthorization(),
        environment: "Production");

    private static async Task<string> BeginAsync(McpApp app, string claims) => (await WireAnswer.PostAsync(app, Initialize, "application/json", ("Authorization", claims))).Session!;

    private static async Task<HttpStatusCode> PingAsync(McpApp app, string session, string claims) =>
        (await WireAnswer.PostAsync(app, """{"jsonrpc":"2.0","id":2,"method":"ping"}""", "application/json", ("Mcp-Session-Id", session), ("Authorization", claims))).Status;
}
