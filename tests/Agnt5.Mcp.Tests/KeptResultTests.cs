using System.Net;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Kept results have bounds, and a result that cannot be kept is not lost.</summary>
public sealed class KeptResultTests
{
    private const int Megabyte = 1024 * 1024;

    private readonly SpyCache _cache = new();
    private readonly KeptLog _log = new();

    [Fact]
    public async Task A_session_keeps_sixteen_results_and_the_oldest_gives_way()
    {
        await using var app = await StartSessionsAsync();
        await using var client = await app.ConnectAsync("2025-11-25");
        var first = await WriteAsync(client, 2000);
        for (var i = 0; i < 15; i++)
            await WriteAsync(client, 2000);

        Assert.Equal(16, (await client.ListResourcesAsync()).Count);
        await WriteAsync(client, 2000);

        var kept = await client.ListResourcesAsync();
        Assert.Equal(16, kept.Count);
        Assert.DoesNotContain(kept, resource => resource.Uri == Link(first)!.Uri);
    }

    [Fact]
    public async Task A_session_keeps_sixteen_megabytes_and_what_is_larger_is_in_the_answer()
    {
        await using var app = await StartSessionsAsync();
        await using var client = await app.ConnectAsync("2025-11-25");

        Assert.NotNull(Link(await WriteAsync(client, 9 * Megabyte)));
        Assert.NotNull(Link(await WriteAsync(client, 8 * Megabyte)));
        Assert.Equal(8 * Megabyte, Assert.Single(await client.ListResourcesAsync()).ProtocolResource.Size);
        var tooLarge = await WriteAsync(client, 17 * Megabyte);

        Assert.Equal(17 * Megabyte, Assert.IsType<TextContentBlock>(Assert.Single(tooLarge.Content)).Text.Length);
        Assert.Single(await client.ListResourcesAsync());
    }

    [Fact]
    public async Task All_sessions_together_have_a_bound_and_one_that_ends_makes_room()
    {
        await using var app = await StartSessionsAsync();
        var clients = new List<McpClient>();
        for (var i = 0; i < 9; i++)
            clients.Add(await app.ConnectAsync("2025-11-25"));
        foreach (var client in clients.SkipLast(1))
            Assert.NotNull(Link(await WriteAsync(client, 16 * Megabyte)));

        Assert.Null(Link(await WriteAsync(clients[^1], 2000)));
        await clients[0].DisposeAsync();
        // The session ends beside the answer to its client.
        while (Link(await WriteAsync(clients[^1], 2000)) is null)
            await Task.Yield();

        foreach (var client in clients.Skip(1))
            await client.DisposeAsync();
    }

    [Fact]
    public async Task Older_results_do_not_give_way_to_one_for_which_there_is_no_room()
    {
        await using var app = await StartSessionsAsync();
        var clients = new List<McpClient>();
        for (var i = 0; i < 9; i++)
            clients.Add(await app.ConnectAsync("2025-11-25"));
        var older = Link(await WriteAsync(clients[0], 2000));
        foreach (var client in clients.Skip(1).SkipLast(1))
            Assert.NotNull(Link(await WriteAsync(client, 16 * Megabyte)));
        Assert.NotNull(Link(await WriteAsync(clients[^1], 8 * Megabyte)));

        Assert.Null(Link(await WriteAsync(clients[0], 16 * Megabyte)));

        Assert.Equal(older!.Uri, Assert.Single(await clients[0].ListResourcesAsync()).Uri);
        foreach (var client in clients)
            await client.DisposeAsync();
    }

    [Fact]
    public async Task A_cache_that_fails_loses_no_result_and_tells_the_log_alone()
    {
        await using var app = await StartCachedAsync();
        await using var client = await app.ConnectAsync();
        var link = Link(await WriteAsync(client, 2000))!;
        _cache.Fails = true;

        var whole = await WriteAsync(client, 2000);
        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(link.Uri));

        Assert.Equal(new string('a', 2000), Assert.IsType<TextContentBlock>(Assert.Single(whole.Content)).Text);
        Assert.Equal(McpErrorCode.InternalError, exception.ErrorCode);
        Assert.DoesNotContain("redis", exception.Message, StringComparison.Ordinal);
        Assert.Contains(SpyCache.Secret, Assert.Single(_log.Lines, static line => line.Exception is not null).Exception!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"uri":"agnt5://results/x.txt"}""", "agnt5://results/x.txt", HttpStatusCode.OK, -32602)]
    [InlineData("""{"uri":"agnt5://results/x.txt"}""", "agnt5://results/y.txt", HttpStatusCode.BadRequest, -32020)]
    [InlineData("""{"uri":"agnt5://results/x.txt"}""", null, HttpStatusCode.BadRequest, -32020)]
    [InlineData("""{"uri":"agnt5://results/0.txt\nuser-7"}""", "=?base64?YWdudDU6Ly9yZXN1bHRzLzAudHh0CnVzZXItNw==?=", HttpStatusCode.OK, -32602)]
    [InlineData("{}", "x", HttpStatusCode.OK, -32602)]
    [InlineData("""{"uri":7}""", "7", HttpStatusCode.OK, -32602)]
    [InlineData("""{"uri":null}""", "", HttpStatusCode.OK, -32602)]
    public async Task A_request_to_read_is_checked_like_a_call(string parameters, string? header, HttpStatusCode status, int code)
    {
        await using var app = await StartCachedAsync();
        var meta = """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"c","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}
            """;
        var body = $$$"""{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{{{parameters.Replace("}", parameters == "{}" ? $"{meta}}}" : $",{meta}}}", StringComparison.Ordinal)}}}}""";
        (string, string)[] headers = [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "resources/read"), .. header is null ? Array.Empty<(string, string)>() : [("Mcp-Name", header)]];

        var answer = await WireAnswer.PostAsync(app, body, "application/json", headers);

        Assert.Equal((status, code), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"uri":7}""")]
    [InlineData("[]")]
    [InlineData("""{"uri":"a","uri":"b"}""")]
    public async Task A_request_to_read_nothing_is_the_clients_error(string parameters)
    {
        await using var app = await StartCachedAsync();

        var answer = await WireAnswer.PostAsync(app, $$$"""{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{{{parameters}}}}""");

        Assert.Equal((HttpStatusCode.OK, -32602), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData(1000, false, "a distributed cache")]
    [InlineData(0, true, "is below 1, or is not below MaxResultBytes")]
    [InlineData(1024 * 1024, true, "is below 1, or is not below MaxResultBytes")]
    public async Task Keeping_that_cannot_work_stops_the_app(long bytes, bool stateful, string problem)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => McpApp.StartAsync(options: options =>
            (options.MaxInlineResultBytes, options.Stateful) = (bytes, stateful)));

        Assert.StartsWith("MapAgnt5Mcp found that the option MaxInlineResultBytes ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    private static Task<McpApp> StartSessionsAsync() => McpApp.StartAsync(options: static options =>
        (options.Stateful, options.MaxInlineResultBytes, options.MaxResultBytes) = (true, 1000, 32 * Megabyte));

    private Task<McpApp> StartCachedAsync() => McpApp.StartAsync(
        services => services.AddSingleton<IDistributedCache>(_cache).AddLogging(logging => logging.AddProvider(_log)), static options => options.MaxInlineResultBytes = 1000);

    private static ValueTask<CallToolResult> WriteAsync(McpClient client, int length) =>
        client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = length });

    private static ResourceLinkBlock? Link(CallToolResult result) => result.Content.OfType<ResourceLinkBlock>().SingleOrDefault();
}
