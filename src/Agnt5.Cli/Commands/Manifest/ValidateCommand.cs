using System.CommandLine;
using Agnt5.Cli.Manifests;
using Agnt5.Cli.Output;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Commands.Manifest;

/// <summary><c>dotnet agnt5 validate</c>: makes the checks of a manifest that AGNT5 makes when it imports one.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string?> Target = new("target")
    {
        Description = $"Whose manifest: {ManifestSource.Forms}. Default: the project in this folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("validate", "Checks a manifest as AGNT5 does, without an account.") { Target };
        ProjectBuild.AddTo(command);
        command.SetAction(ValidateAsync);
        return command;
    }

    private static async Task<int> ValidateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var bytes = await ManifestSource.ReadAsync(parsed.GetValue(Target), new(parsed), cancellationToken).ConfigureAwait(false);
        var reading = ManifestImport.Read(bytes);
        var output = CommandOutput.Of(parsed);
        if (output.IsJson)
            WriteJson(output, reading);
        else if (reading.Manifest is { } manifest)
            output.Out.WriteLine($"The manifest is valid. Components: {manifest.Components.Count}.");
        else
            foreach (var problem in reading.Problems)
                output.Out.WriteLine(TerminalText.Line($"{problem.Path} {problem.Text}", longest: 1_000));
        return reading.Manifest is null ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static void WriteJson(CommandOutput output, ManifestReading reading) => output.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("valid"u8, reading.Manifest is not null);
        if (reading.Manifest is { } manifest)
            json.WriteNumber("components"u8, manifest.Components.Count);
        json.WriteStartArray("problems"u8);
        foreach (var problem in reading.Problems)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, problem.Path);
            json.WriteString("message"u8, problem.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
