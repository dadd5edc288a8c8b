using System.Text.Json;
using Agnt5.Cli.Manifests;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Diagrams.Sources;

/// <summary>What the compiler would be given of a project: its files and its symbols. Nothing is built, so the project need not compile.</summary>
/// <param name="Files">The C# files.</param>
/// <param name="Symbols">What <c>#if</c> finds defined.</param>
/// <param name="References">The projects that it references.</param>
internal sealed record ProjectSource(IReadOnlyList<string> Files, IReadOnlyList<string> Symbols, IReadOnlyList<FileInfo> References)
{
    /// <exception cref="CliException">The project cannot be read.</exception>
    public static async Task<ProjectSource> ReadAsync(FileInfo project, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(project, [], cancellationToken).ConfigureAwait(false);
        // Symbols such as NET10_0_OR_GREATER are there once this target has run, which only a project with one framework has.
        if (answer.Member("Properties").Text("UsingMicrosoftNETSdk") == "true")
        {
            string[] framework = Split(answer, "TargetFrameworks") is [var first, ..] ? [$"-p:TargetFramework={first}"] : [];
            answer = await AskAsync(project, ["-target:AddImplicitDefineConstants", .. framework], cancellationToken).ConfigureAwait(false);
        }

        var items = answer.Member("Items");
        return new(
            [.. Paths(items, "Compile").Where(static path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))],
            Split(answer, "DefineConstants"),
            [.. Paths(items, "ProjectReference").Where(File.Exists).Select(static path => new FileInfo(path))]);
    }

    private static string[] Split(JsonElement answer, string property) =>
        answer.Member("Properties").Text(property)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static IEnumerable<string> Paths(JsonElement items, string type) => items.Items(type).Select(static item => item.Text("FullPath")).OfType<string>().Distinct(StringComparer.Ordinal);

    private static async Task<JsonElement> AskAsync(FileInfo project, string[] words, CancellationToken cancellationToken)
    {
        string[] asked =
        [
            "msbuild", project.FullName, "-getItem:Compile", "-getItem:ProjectReference",
            "-getProperty:DefineConstants", "-getProperty:TargetFrameworks", "-getProperty:UsingMicrosoftNETSdk", "-nologo",
        ];
        var text = await DotnetCommand.RunAsync("PROJECT_INVALID", $"{project.Name} could not be read.", [.. asked, .. words], cancellationToken).ConfigureAwait(false);
        try
        {
            using var answer = JsonDocument.Parse(text);
            return answer.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new CliException(ExitCodes.Failed, "PROJECT_INVALID", $"{project.Name} could not be read: {TerminalText.Line(text.Trim())}", exception);
        }
    }
}
