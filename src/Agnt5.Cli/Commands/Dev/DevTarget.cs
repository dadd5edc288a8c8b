namespace Agnt5.Cli.Commands.Dev;

/// <summary>What is developed: a project of this machine that is run here, or an endpoint in any language that runs already.</summary>
/// <param name="Project">The project file, or <see langword="null"/> for an endpoint that runs already.</param>
/// <param name="Url">Where that endpoint is mounted.</param>
internal sealed record DevTarget(FileInfo? Project, Uri? Url)
{
    /// <exception cref="CliException">It is neither, or says nothing definite.</exception>
    public static DevTarget Of(string? target)
    {
        if (target is not null && (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
            return Uri.TryCreate(target, UriKind.Absolute, out var url) ? new(null, url) : throw Usage("The URL is no address. Write it as http://127.0.0.1:8787.");
        if (string.IsNullOrWhiteSpace(target ?? "."))
            throw Usage("The project is an empty text. Give a project, its folder, or the URL of an endpoint.");
        var path = Path.GetFullPath(target ?? ".");
        if (File.Exists(path))
            return path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
                ? new(new FileInfo(path), null)
                : throw Usage($"{path} is no project file. Give a .csproj, its folder, or the URL of an endpoint.");
        if (!Directory.Exists(path))
            throw Usage($"There is nothing at {path}. Give a project, its folder, or the URL of an endpoint.");
        return Directory.GetFiles(path, "*.*proj") switch
        {
            [var project] => new(new FileInfo(project), null),
            [] => throw Usage($"There is no project in {path}. Give a project, its folder, or the URL of an endpoint."),
            var several => throw Usage($"There are {several.Length} projects in {path}. Name one: {string.Join(", ", several.Select(Path.GetFileName).Order(StringComparer.Ordinal))}."),
        };
    }

    private static CliException Usage(string message) => new(ExitCodes.Usage, "TARGET_INVALID", message);
}
