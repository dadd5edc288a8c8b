namespace Agnt5.Lambda.Events;

/// <summary>Finds the endpoint's path in that of an event, in front of which a stage or a base path may stand.</summary>
internal static class EventPath
{
    /// <param name="path">The path of the event.</param>
    /// <param name="stage">The stage of the API, if there is one.</param>
    /// <param name="pathBase">The program's own base path.</param>
    public static string Relative(string path, string? stage, string pathBase)
    {
        // Some events have the stage in their path and some do not, and a stage may be named like the beginning of a route.
        if (IsRoute(path))
            return path;
        var rest = stage is null ? path : Behind(path, $"/{stage}");
        return pathBase is "" ? rest : Behind(rest, pathBase);
    }

    private static bool IsRoute(string path) => path is ServerlessEndpoint.InvokePath or ServerlessEndpoint.ManifestPath;

    private static string Behind(string path, string prefix) =>
        path.Length > prefix.Length && path[prefix.Length] == '/' && path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
}
