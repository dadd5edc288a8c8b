using Microsoft.Build.Utilities;

namespace Agnt5.JavaScript.Build;

/// <summary>The errors of a publish for JavaScript hosts, which have a page each.</summary>
internal static class HostError
{
    private const string Pages = "https://github.com/agnt5/sdk-csharp/blob/main/docs/rules/";

    public static void AspNetCore(TaskLoggingHelper log, string project, IReadOnlyList<string> chain) => Report(
        log,
        "AGT1021",
        project,
        chain.Count == 1
            ? $"The reference to {chain[0]} needs ASP.NET Core, which JavaScript hosts do not have: keep it from them by Agnt5JavaScript=\"false\" on the reference, "
                + "and what uses it by #if !AGNT5_JAVASCRIPT"
            : $"The reference to {chain[0]} brings {string.Join(" and by it ", chain.Skip(1))}, which needs ASP.NET Core, and JavaScript hosts do not have it: "
                + $"move what uses ASP.NET Core from {chain[0]} to a library of its own, which only the program references, with Agnt5JavaScript=\"false\" on the reference");

    public static void Setting(TaskLoggingHelper log, string project, string message) => Report(log, "AGT1020", project, message);

    public static void NoAddon(TaskLoggingHelper log, string project, string message) => Report(log, "AGT1022", project, message);

    public static void WorkerTooLarge(TaskLoggingHelper log, string project, string message) =>
        log.LogWarning(subcategory: null, "AGT1023", helpKeyword: null, $"{Pages}AGT1023.md", project, lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, message);

    private static void Report(TaskLoggingHelper log, string id, string project, string message) =>
        log.LogError(subcategory: null, id, helpKeyword: null, $"{Pages}{id}.md", project, lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, message);
}
