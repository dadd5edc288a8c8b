using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The tools that are served, as the manifest describes them. They stay the same as long as the process runs, so they are read once.</summary>
internal sealed class ToolListing
{
    private readonly Dictionary<string, ServedTool> _byName;
    private readonly Tool[] _forAll;
    private readonly Tool[] _forThoseWhoAsk;

    private ToolListing(IReadOnlyList<ServedTool> tools)
    {
        _byName = tools.ToDictionary(static served => served.Tool.Name, StringComparer.Ordinal);
        _forAll = [.. tools.Where(static served => !served.NeedsApproval).Select(static served => served.Tool)];
        _forThoseWhoAsk = [.. tools.Select(static served => served.Tool)];
    }

    public static ToolListing Create(ToolHost host, Agnt5McpOptions options, ILogger logger)
    {
        var tools = new List<ServedTool>();
        foreach (var tool in host.Tools)
        {
            if (ServedTool.Describe(tool, asks: !options.IncludeToolsThatRequireConfirmation, out var problem) is { } served)
                tools.Add(served);
            else
                McpLog.NotServed(logger, tool.Name, problem);
        }

        return new ToolListing(tools);
    }

    /// <summary>Lists the tools, in one page. Each request gets a new result, because the protocol library adds to it.</summary>
    /// <param name="asksPeople">Whether the client can ask a person to approve a call.</param>
    public ListToolsResult List(bool asksPeople) => new() { Tools = [.. asksPeople ? _forThoseWhoAsk : _forAll] };

    /// <summary>A tool that is served to such a client, or <see langword="null"/>.</summary>
    /// <inheritdoc cref="List"/>
    public ServedTool? Find(string name, bool asksPeople) => _byName.GetValueOrDefault(name) is { } served && (asksPeople || !served.NeedsApproval) ? served : null;
}
