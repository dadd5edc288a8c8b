using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Results that are too large for the answer of a call are resources, which the client reads.</summary>
public sealed class LargeResultTests
{
    private const int Large = 5000;

    [Theory]
    [MemberData(nameof(RevisionTests.RevisionsAndSessions), MemberType = typeof(RevisionTests))]
    public async Task The_official_client_gets_the_beginning_and_reads_the_rest_in_any_revision_with_a_session_or_without(string revision, bool stateful)
    {
        await using var app = await StartAsync(new SpyCache(), stateful);
        await using var client = await app.ConnectAsync(revision);

        var result = await WriteAsync(client, Large);

        var uri = UriIn(result);
        Assert.NotEqual(true, result.IsError);
        Assert.Equal(
            $"The result of write_letter has {Large} bytes, which is too long for this answer. All of it is the resource {uri}. It begins:\n\n{new string('a', 1000)}",
            Assert.IsType<TextContentBlock>(result.Content[0]).Text);
        var links = result.Content.Skip(1).Cast<ResourceLinkBlock>().Select(static link => (link.Uri, link.Name, link.MimeType, link.Size));
        Assert.Equal(revision is "2024-11-05" or "2025-03-26" ? [] : [(uri, "write_letter", "text/plain", (long?)Large)], links);
        var read = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(uri)).Contents));
        Assert.Equal((uri, "text/plain", new string('a', Large)), (read.Uri, read.MimeType, read.Text));
    }

    [Fact]
    public async Task A_session_lists_what_it_keeps_and_a_server_without_sessions_lists_nothing()
    {
        await using var app = await StartAsync(new SpyCache(), stateful: true);
        await using var client = await app.ConnectAsync("2025-11-25");
        await using var other = await app.ConnectAsync("2026-07-28");

        var uri = UriIn(await WriteAsync(client, Large));
        await WriteAsync(other, Large);

        var kept = Assert.Single(await client.ListResourcesAsync());
        Assert.Equal((uri, "write_letter", "text/plain", (long?)Large), (kept.Uri, kept.Name, kept.MimeType, kept.ProtocolResource.Size));
        Assert.Empty(await other.ListResourcesAsync());
        Assert.Empty(await client.ListResourceTemplatesAsync());
    }

    [Fact]
    public async Task A_list_is_read_as_JSON_and_structured_content_stays_in_the_answer()
    {
        await using var app = await StartAsync(new SpyCache());
        await using var client = await app.ConnectAsync();

        var list = await client.CallToolAsync("count", new Dictionary<string, object?> { ["to"] = 1000 });
        var order = await client.CallToolAsync("lookup_order", new Dictionary<string, object?> { ["id"] = new string('o', Large) });

        var read = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(UriIn(list))).Contents));
        Assert.Equal(("application/json", $"[{string.Join(',', Enumerable.Range(1, 1000))}]"), (read.MimeType, read.Text));
        Assert.Equal(new string('o', Large), order.StructuredContent!.Value.GetProperty("id").GetString());
        Assert.DoesNotContain("agnt5://", Assert.IsType<TextContentBlock>(Assert.Single(order.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_errors_and_short_texts_stay_in_the_answer()
    {
        await using var app = await StartAsync(new SpyCache(), most: 1);
        await using var client = await app.ConnectAsync();

        Assert.IsType<ImageContentBlock>(Assert.Single((await client.CallToolAsync("draw_dot")).Content));
        Assert.Equal(3, (await client.CallToolAsync("explain_dot")).Content.Count);
        Assert.True((await client.CallToolAsync("draw_nothing")).IsError);
        Assert.Equal("", Assert.IsType<TextContentBlock>(Assert.Single((await WriteAsync(client, 0)).Content)).Text);
        Assert.Equal(2, (await WriteAsync(client, 2)).Content.Count);
    }

    [Fact]
    public async Task A_beginning_ends_with_a_whole_character()
    {
        await using var app = await StartAsync(new SpyCache());
        await using var client = await app.ConnectAsync();
        var beginnings = new List<string>();

        foreach (var name in (string[])["", "x"])
        {
            var result = await client.CallToolAsync("greet", new Dictionary<string, object?> { ["name"] = name + string.Concat(Enumerable.Repeat("😀", Large)) });
            beginnings.Add(Assert.IsType<TextContentBlock>(result.Content[0]).Text);
        }

        Assert.All(beginnings, static text => Assert.EndsWith("😀", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-11-25", true, null)]
    [InlineData("2025-11-25", false, null)]
    [InlineData("2026-07-28", true, 1000L)]
    public async Task A_client_for_which_nothing_is_kept_gets_the_whole_result_and_sees_no_resources(string revision, bool stateful, long? most)
    {
        await using var app = await McpApp.StartAsync(
            stateful ? null : static services => services.AddSingleton<IDistributedCache, SpyCache>(),
            options => (options.Stateful, options.MaxInlineResultBytes) = (stateful, most));
        await using var client = await app.ConnectAsync(revision);

        var result = await WriteAsync(client, Large);

        Assert.Equal(new string('a', Large), Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Null(client.ServerCapabilities.Resources);
        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await client.ReadResourceAsync("agnt5://results/1.txt"));
        Assert.Contains("'resources/read' is not available", exception.Message.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_are_announced_where_results_are_kept_without_promises_that_nobody_holds()
    {
        await using var app = await StartAsync(new SpyCache());
        await using var client = await app.ConnectAsync();

        Assert.NotNull(client.ServerCapabilities.Resources);
        Assert.NotEqual(true, client.ServerCapabilities.Resources.ListChanged);
        Assert.NotEqual(true, client.ServerCapabilities.Resources.Subscribe);
    }

    [Theory]
    [InlineData("2025-11-25", true)]
    [InlineData("2025-11-25", false)]
    [InlineData("2026-07-28", false)]
    public async Task Another_user_does_not_find_a_result_even_with_its_address(string revision, bool stateful)
    {
        var cache = new SpyCache();
        await using var app = await McpApp.StartAsync(
            services =>
            {
                TokenAuthentication.Add(services);
                services.AddSingleton<IDistributedCache>(cache);
            },
            map: app => app.MapAgnt5Mcp(configure: options => (options.Stateful, options.MaxInlineResultBytes) = (stateful, 1000)).RequireAuthorization(),
            environment: "Production");
        await using var owner = await app.ConnectAsync(revision, TokenAuthentication.Token);
        await using var other = await app.ConnectAsync(revision, TokenAuthentication.OtherToken);
        var uri = UriIn(await WriteAsync(owner, Large));

        await IsNotFoundAsync(other, uri);
        Assert.Empty(await other.ListResourcesAsync());
        Assert.Single((await owner.ReadResourceAsync(uri)).Contents);
        Assert.All(cache.Keys, key => Assert.DoesNotContain(uri["agnt5://results/".Length..], key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("agnt5://results/")]
    [InlineData("agnt5://results/00000000000000000000000000000000.txt")]
    public async Task An_address_that_nobody_was_given_is_not_found(string uri)
    {
        await using var app = await StartAsync(new SpyCache(), stateful: true);
        await using var session = await app.ConnectAsync("2025-11-25");
        await using var client = await app.ConnectAsync("2026-07-28");

        await IsNotFoundAsync(session, uri);
        await IsNotFoundAsync(client, uri);
    }

    [Fact]
    public async Task Another_replica_reads_a_result_from_the_cache_for_an_hour()
    {
        var cache = new SpyCache();
        await using var app = await StartAsync(cache);
        await using var replica = await StartAsync(cache);
        await using var client = await app.ConnectAsync();
        await using var reader = await replica.ConnectAsync();

        var uri = UriIn(await WriteAsync(client, Large));

        Assert.Single((await reader.ReadResourceAsync(uri)).Contents);
        Assert.Equal(TimeSpan.FromHours(1), cache.Lifetime);
    }

    private static async Task IsNotFoundAsync(McpClient client, string uri)
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(uri));
        Assert.Equal(client.NegotiatedProtocolVersion == "2026-07-28" ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound, exception.ErrorCode);
    }

    private static Task<McpApp> StartAsync(SpyCache cache, bool stateful = false, long most = 1000) => McpApp.StartAsync(
        services => services.AddSingleton<IDistributedCache>(cache), options => (options.Stateful, options.MaxInlineResultBytes) = (stateful, most));

    private static ValueTask<CallToolResult> WriteAsync(McpClient client, int length) =>
        client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = length });

    private static string UriIn(CallToolResult result)
    {
        var words = Assert.IsType<TextContentBlock>(result.Content[0]).Text.Split(' ');
        return Assert.Single(words, static word => word.StartsWith("agnt5://results/", StringComparison.Ordinal)).TrimEnd('.');
    }
}
