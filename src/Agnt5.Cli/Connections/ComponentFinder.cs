using Agnt5.Cli.Output;

namespace Agnt5.Cli.Connections;

/// <summary>Finds the kind of a component by its name: the routes of the local AGNT5's environments name both.</summary>
internal static class ComponentFinder
{
    /// <exception cref="CliException">There is no component of that name, or several; or the gateway is not a local one.</exception>
    public static async Task<RunTarget> FindAsync(LocalRoutes routes, string name, CancellationToken cancellationToken)
    {
        string[] found;
        try
        {
            var environments = await routes.GetAsync("/v1/environments", cancellationToken).ConfigureAwait(false);
            found = [.. environments.Items("items").Select(static item => item.Member("routes"))
                .SelectMany(static owned => owned.ValueKind == System.Text.Json.JsonValueKind.Object ? owned.EnumerateObject().Select(static route => route.Name) : []).Distinct()];
        }
        catch (CliException exception) when (exception is { ExitCode: ExitCodes.Refused, Code: not "UNAUTHORIZED" })
        {
            throw new CliException(ExitCodes.Usage, "TYPE_MISSING", "This gateway does not tell what a name stands for. Give --type: workflow, function, agent or tool.", exception);
        }

        var named = found.Where(route => route.EndsWith($":{name}", StringComparison.Ordinal)).Select(static route => route.Split(':')[0]).ToArray();
        return named switch
        {
            [var type] => Target(type, name),
            [] => throw new CliException(ExitCodes.Refused, "COMPONENT_NOT_FOUND", $"There is no component {name}. {Known(found)}"),
            _ => throw new CliException(ExitCodes.Usage, "TYPE_MISSING", $"{name} is the name of several components. Give --type: {string.Join(" or ", named.Order(StringComparer.Ordinal))}."),
        };
    }

    /// <summary>The component of a kind that was given.</summary>
    public static RunTarget Target(string type, string name) => type switch
    {
        "function" => RunTarget.Function(name),
        "agent" => RunTarget.Agent(name),
        "tool" => RunTarget.Tool(name),
        _ => RunTarget.Workflow(name),
    };

    private static string Known(string[] routes) => routes.Length == 0
        ? "Nothing was synced yet: 'dotnet agnt5 dev' shows when the endpoint is there."
        : $"There are: {string.Join(", ", routes.Select(static route => route.Split(':')[1]).Order(StringComparer.Ordinal).Take(20))}.";
}
