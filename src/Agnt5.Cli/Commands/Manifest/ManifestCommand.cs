using System.CommandLine;
using System.Text.Json;
using Agnt5.Cli.Manifests;
using Agnt5.Cli.Manifests.Comparison;
using Agnt5.Cli.Output;
using Spectre.Console;

namespace Agnt5.Cli.Commands.Manifest;

/// <summary><c>dotnet agnt5 manifest</c>: shows a manifest, or what changed since another one.</summary>
internal static class ManifestCommand
{
    private static readonly Argument<string?> Target = new("target")
    {
        Description = $"Whose manifest: {ManifestSource.Forms}. Default: the project in this folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Diff = new("--diff")
    {
        Description = $"Tells what changed since this one: {ManifestSource.Forms}. Ends with 1 where a change breaks callers.",
        HelpName = "other",
    };

    public static Command Create()
    {
        var command = new Command("manifest", "Shows a manifest, or what changed since another one.") { Target, Diff };
        ProjectBuild.AddTo(command);
        command.SetAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (target, build, output) = (parsed.GetValue(Target), new ProjectBuild(parsed), CommandOutput.Of(parsed));
        // The other one first: a build that takes its time is for nothing where that is not there.
        var before = parsed.GetValue(Diff) is { } other
            ? ManifestDocument.ParseValid(await ManifestSource.ReadAsync(other, build, cancellationToken).ConfigureAwait(false), other)
            : default(JsonElement?);
        var bytes = await ManifestSource.ReadAsync(target, build, cancellationToken).ConfigureAwait(false);
        if (before is { } old)
            return DiffOutput.Write(output, ManifestDiff.Of(old, ManifestDocument.ParseValid(bytes, target ?? "the project")));

        var manifest = ManifestDocument.Parse(bytes);
        if (output.IsJson)
            output.WriteJson(manifest.WriteTo);
        else
            WriteTable(output, manifest, target ?? "the project");
        return ExitCodes.Success;
    }

    private static void WriteTable(CommandOutput output, JsonElement manifest, string name)
    {
        if (manifest.Member("components").ValueKind != JsonValueKind.Array)
            throw new CliException(ExitCodes.Failed, "MANIFEST_INVALID", $"{name} has no list 'components', so it is no manifest. 'dotnet agnt5 validate' tells all problems.");
        if (manifest.Text("service_name") is { } service)
            output.Out.WriteLine(TerminalText.Line($"{service} {manifest.Text("service_version")}".TrimEnd()));
        var table = new Table().Border(TableBorder.None).AddColumns("Component", "Type", "Starts by", "Description");
        foreach (var component in manifest.Items("components"))
            table.AddRow(Cell(component.Text("name")), Cell(component.Text("type")), Cell(Starts(component)), Cell(component.Member("metadata").Text("description")));
        output.Console.Write(table);
    }

    private static string Starts(JsonElement component)
    {
        var events = component.Items("triggers").Select(static trigger => trigger.Text("event_name")).OfType<string>();
        return string.Join(", ", component.Member("metadata").Text("cron") is { } cron ? events.Append(cron) : events);
    }

    private static Text Cell(string? text) => new(TerminalText.Line(text ?? ""));
}
