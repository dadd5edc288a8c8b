using Agnt5.Cli.Manifests.Comparison;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Manifest;

/// <summary>Writes what changed between two manifests.</summary>
internal static class DiffOutput
{
    private const string Breaking = "breaking";

    /// <returns>The exit code: 1 where a change breaks callers.</returns>
    public static int Write(CommandOutput output, IReadOnlyList<ManifestChange> changes)
    {
        var breaking = changes.Count(static change => change.IsBreaking);
        if (output.IsJson)
            WriteJson(output, changes, breaking > 0);
        else
            WriteText(output, changes, breaking);
        return breaking > 0 ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static void WriteText(CommandOutput output, IReadOnlyList<ManifestChange> changes, int breaking)
    {
        foreach (var change in changes)
        {
            var mark = change.IsBreaking ? output.Paint(Breaking, Paint.Red) : new string(' ', Breaking.Length);
            output.Out.WriteLine($"{mark}  {TerminalText.Line($"{change.Subject}: {change.Text}", longest: 400)}");
        }

        output.Out.WriteLine(changes.Count == 0 ? "Nothing changed." : $"Changes: {changes.Count}, breaking: {breaking}.");
    }

    private static void WriteJson(CommandOutput output, IReadOnlyList<ManifestChange> changes, bool isBreaking) => output.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("breaking"u8, isBreaking);
        json.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, change.Kind switch { ChangeKind.Added => "added", ChangeKind.Removed => "removed", _ => "changed" });
            json.WriteString("subject"u8, change.Subject);
            json.WriteBoolean("breaking"u8, change.IsBreaking);
            json.WriteString("message"u8, change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
