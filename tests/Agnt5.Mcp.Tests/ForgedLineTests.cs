using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests;

/// <summary>A client's texts must not look like a line of the log, colour a terminal or reverse text, in any log line.</summary>
public sealed class ForgedLineTests
{
    /// <summary>Line ends of every kind, ANSI and C1 escapes, bidi overrides and isolates, and invisible characters.</summary>
    private const string Forged = "r\n\r\0\u007f\u0085\u2028\u2029\u001b[31m\u009b1m\u202e\u2066\u200f\u061c\ufeff\u200b\u00ad\U000E0041FORGED";

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":NAME}""")]
    [InlineData("""{"jsonrpc":"2.0","id":NAME,"method":NAME,"params":{"name":NAME,"name":NAME}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":NAME,"method":"tools/call","params":{"name":NAME,"arguments":NAME}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":NAME,"method":"tools/call","params":{"name":NAME,"arguments":{NAME:NAME}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lookup_order","arguments":{NAME:NAME,"id":{NAME:NAME},"limit":NAME}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":NAME,"capabilities":{},"clientInfo":{"name":NAME,"version":NAME}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":NAME}}}""")]
    [InlineData("""{"jsonrpc":NAME,"id":1,"method":NAME}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,NAME}""")]
    public async Task A_clients_text_stays_within_its_line(string request)
    {
        using var log = new PlainLog();
        await using var app = await McpApp.StartAsync(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));

        await WireAnswer.PostAsync(app, request.Replace("NAME", JsonSerializer.Serialize(Forged), StringComparison.Ordinal));

        Assert.NotEmpty(log.Texts);
        foreach (var text in log.Texts)
            Assert.True(text.All(IsPlain), JsonSerializer.Serialize(text));
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    /// <summary>Every message and every structured value of the SDK's own lines and scopes.</summary>
    private sealed class PlainLog : ILoggerProvider
    {
        public ConcurrentQueue<string> Texts { get; } = new(["started"]);

        public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName.StartsWith("Agnt5", StringComparison.Ordinal));

        public void Dispose()
        {
        }

        private sealed class Recorder(PlainLog log, bool isOwn) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                Add(state, $"{state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => isOwn;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                Add(state, $"{formatter(state, exception)}{exception?.Message}");

            private void Add<TState>(TState state, string text)
            {
                if (!isOwn)
                    return;
                log.Texts.Enqueue(text);
                foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
                    log.Texts.Enqueue($"{name} {value}");
            }
        }
    }
}
