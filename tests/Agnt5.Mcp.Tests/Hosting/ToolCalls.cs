using System.Net.Http.Headers;
using System.Text;
using Agnt5.Mcp.Tests.Components;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>A started app of any shape, and calls of a tool that counts its runs.</summary>
internal sealed class ToolCalls : IAsyncDisposable
{
    private const string Ring = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ring"}}""";

    private readonly IHost _host;
    private readonly HttpClient _client;

    private ToolCalls(IHost host, KeptLog log)
    {
        _host = host;
        _client = host.GetTestClient();
        Log = log;
    }

    public KeptLog Log { get; }

    /// <summary>What the log says of the app's authorization.</summary>
    public IReadOnlyList<string> Advice => [.. Log.Lines.Select(static kept => kept.Line).Where(static line => line.StartsWith("MapAgnt5Mcp", StringComparison.Ordinal))];

    public static async Task<ToolCalls> StartAsync(IHost host)
    {
        var log = new KeptLog();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        try
        {
            await host.StartAsync();
            return new ToolCalls(host, log);
        }
        catch
        {
            await StopAsync(host);
            throw;
        }
    }

    /// <summary>Calls the tool, with the token of the one user or without any.</summary>
    public async Task<ToolCall> CallAsync(string path = "/agnt5/mcp", bool withToken = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(Ring, Encoding.UTF8, "application/json") };
        if (withToken)
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(TokenAuthentication.Token);
        var point = _host.Services.GetRequiredService<MeetingPoint>();
        var before = point.Rings;
        try
        {
            using var response = await _client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            return new ToolCall((int)response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, point.Rings > before);
        }
        catch (InvalidOperationException exception)
        {
            // What a web server would answer with 500, the test server throws at the caller.
            return new ToolCall(500, exception.Message, null, point.Rings > before);
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return StopAsync(_host);
    }

    private static async ValueTask StopAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        else
            host.Dispose();
    }
}

/// <summary>What became of one call.</summary>
internal sealed record ToolCall(int Status, string Body, string? MediaType, bool Ran);
