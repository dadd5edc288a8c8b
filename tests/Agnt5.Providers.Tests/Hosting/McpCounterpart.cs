using System.IO.Pipelines;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>A real MCP server in this process, and a real client that is connected to it by pipes.</summary>
public sealed class McpCounterpart : IAsyncDisposable
{
    private readonly McpServer _server;
    private readonly McpClient _client;
    private readonly Task _serving;

    private McpCounterpart(McpServer server, McpClient client, Task serving) => (_server, _client, _serving) = (server, client, serving);

    /// <param name="tools">The server's tools: each name, and what it returns.</param>
    public static async Task<McpCounterpart> StartAsync(params (string Name, CallToolResult Result)[] tools)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var served = tools.Select(static tool => McpServerTool.Create(() => tool.Result, new McpServerToolCreateOptions { Name = tool.Name, Description = $"Does {tool.Name}." }));
        var server = McpServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), new McpServerOptions { ToolCollection = [.. served] });
        var serving = server.RunAsync();
        var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
        return new McpCounterpart(server, client, serving);
    }

    /// <summary>Registers the server's tools as functions of an agent.</summary>
    public async Task<Action<IServiceCollection>> ToolsForAsync(string agent, Func<AIFunction, AIFunction>? wrap = null)
    {
        var tools = await _client.ListToolsAsync();
        return services =>
        {
            foreach (var tool in tools)
                services.AddKeyedSingleton(agent, wrap is null ? tool : wrap(tool));
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        await _serving;
    }
}
