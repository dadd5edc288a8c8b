using Agnt5.Mcp.Tests.Hosting;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Clients of every revision that is served, with sessions and without.</summary>
public sealed class RevisionTests
{
    public static TheoryData<string, bool> RevisionsAndSessions
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var revision in new[] { "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28" })
            {
                rows.Add(revision, false);
                rows.Add(revision, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(RevisionsAndSessions))]
    public async Task The_official_client_lists_and_calls_tools_in_any_revision_with_a_session_or_without(string revision, bool stateful)
    {
        await using var app = await McpApp.StartAsync(options: options => options.Stateful = stateful);
        await using var client = await app.ConnectAsync(revision);

        var tools = await client.ListToolsAsync();
        var result = await client.CallToolAsync("greet", new Dictionary<string, object?> { ["name"] = "Ada" });

        Assert.Equal(revision, client.NegotiatedProtocolVersion);
        Assert.Equal(stateful && revision != "2026-07-28", client.SessionId is not null);
        Assert.Contains(tools, static tool => tool.Name == "greet");
        Assert.Equal("Grüß dich, \"Ada\"", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Theory]
    [MemberData(nameof(RevisionsAndSessions))]
    public async Task A_tool_stops_when_its_client_gives_up_in_any_revision_with_a_session_or_without(string revision, bool stateful)
    {
        await using var app = await McpApp.StartAsync(options: options => options.Stateful = stateful);
        await using var client = await app.ConnectAsync(revision);
        using var patience = new CancellationTokenSource();
        var call = client.CallToolAsync("wait_for_ever", cancellationToken: patience.Token).AsTask();
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await patience.CancelAsync();

        await app.Meeting.WasCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }
}
