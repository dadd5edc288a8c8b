using System.Text.Json;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Manifests;

/// <summary>Reads a manifest's bytes as JSON.</summary>
internal static class ManifestDocument
{
    /// <summary>As deep as AGNT5 reads a manifest.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>The JSON, whatever it says.</summary>
    /// <exception cref="CliException">It is no JSON.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> bytes) =>
        ManifestText.FindProblem(bytes.Span) is { } problem ? throw Invalid($"The manifest {problem}.") : JsonDocument.Parse(bytes, Options).RootElement;

    /// <summary>The JSON of a manifest that AGNT5 would import.</summary>
    /// <param name="bytes">The manifest.</param>
    /// <param name="name">Where it is from, for the message.</param>
    /// <exception cref="CliException">AGNT5 would refuse it.</exception>
    public static JsonElement ParseValid(ReadOnlyMemory<byte> bytes, string name)
    {
        var problems = ManifestImport.Read(bytes).Problems;
        return problems.Count == 0
            ? Parse(bytes)
            : throw Invalid($"The manifest of {name} is not valid, so it is not compared. {problems[0].Path} {problems[0].Text}. 'dotnet agnt5 validate' tells all problems.");
    }

    private static CliException Invalid(string message) => new(ExitCodes.Failed, "MANIFEST_INVALID", message);
}
