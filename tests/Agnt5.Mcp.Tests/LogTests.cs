using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests;

/// <summary>Anybody who reaches the server can be refused as often as they like, and must fill no log with it.</summary>
public sealed class LogTests
{
    private readonly ManualTime _time = new();
    private readonly KeptLog _log = new();

    [Fact]
    public async Task A_client_that_is_refused_a_hundred_times_fills_no_log_and_the_operator_learns_the_number()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 100; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await WireAnswer.PostAsync(app, $$"""{"jsonrpc":{{i}}""")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await WireAnswer.PostAsync(app, "{}", "text/plain")).Status);

        Assert.Equal(2, Lines("An MCP request was refused").Count());
        Assert.Empty(Lines("more MCP requests"));
        _time.AdvanceMs(60_000);
        Assert.Equal("99 more MCP requests were refused with 400 ParseError within a minute of the first", Assert.Single(Lines("more MCP requests")));
    }

    [Fact]
    public async Task A_kill_switch_that_throws_fills_no_log_whoever_asks()
    {
        await using var app = await StartAsync(static options => options.EnabledResolver = static () => throw new InvalidOperationException("The flags are not there."));
        for (var i = 0; i < 100; i++)
            Assert.Equal(HttpStatusCode.InternalServerError, (await WireAnswer.PostAsync(app, "{}")).Status);

        Assert.Single(_log.Lines, static line => line.Exception is not null);
        Assert.Single(Lines("An MCP request was refused"));
        _time.AdvanceMs(60_000);
        Assert.Single(Lines("99 more requests were refused because EnabledResolver or RequestEnabledResolver threw"));
    }

    private IEnumerable<string> Lines(string text) => _log.Lines.Select(static line => line.Line)
        .Where(line => line.Contains(text, StringComparison.Ordinal) && !line.Contains("as others before", StringComparison.Ordinal));

    private Task<McpApp> StartAsync(Action<ServerlessOptions>? configure = null) => McpApp.StartAsync(services => services
        .AddSingleton<TimeProvider>(_time)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log))
        .Configure(configure ?? (static _ => { })));
}
