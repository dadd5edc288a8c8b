using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The tools that are served, as the manifest describes them. They stay the same as long as the process runs, so they are read once.</summary>
internal sealed class ToolListing
{
    private readonly Dictionary<string, ServedTool> _byName = new(StringComparer.Ordinal);
    private readonly Tool[] _forAll;
    private readonly Tool[] _forThoseWhoAsk;

    private ToolListing(IReadOnlyList<ServedTool> tools, ILogger logger)
    {
        // A tool that clients know by its own name does not give way to one that they know by another.
        foreach (var tool in tools.OrderBy(static tool => tool.Description.Name == tool.Name ? 0 : 1))
        {
            if (tool.Problem is { } problem)
                McpLog.NotServed(logger, tool.Name, problem);
            else if (!_byName.TryAdd(tool.Description.Name, tool))
                McpLog.NotServed(logger, tool.Name, $"clients would know it as {tool.Description.Name}, and that is another tool");
        }

        ServedTool[] served = [.. tools.Where(_byName.ContainsValue)];
        _forAll = [.. served.Where(static tool => !tool.NeedsApproval).Select(static tool => tool.Description)];
        _forThoseWhoAsk = [.. served.Select(static tool => tool.Description)];
    }

    public static ToolListing Create(ToolHost host, Agnt5McpOptions options, ILogger logger) =>
        new([.. host.Tools.Select(tool => new ServedTool(tool, asks: !options.IncludeToolsThatRequireConfirmation))], logger);

    /// <summary>Lists the tools, in one page. Each request gets a new result, because the protocol library adds to it.</summary>
    /// <param name="asksPeople">Whether the client can ask a person to approve a call.</param>
    public ListToolsResult List(bool asksPeople) => new() { Tools = [.. asksPeople ? _forThoseWhoAsk : _forAll] };

    /// <summary>A tool that is served to such a client, or <see langword="null"/>.</summary>
    /// <param name="name">The name by which clients know it.</param>
    /// <param name="asksPeople">Whether the client can ask a person to approve a call.</param>
    public ServedTool? Find(string name, bool asksPeople) => _byName.GetValueOrDefault(name) is { } tool && (asksPeople || !tool.NeedsApproval) ? tool : null;
}
