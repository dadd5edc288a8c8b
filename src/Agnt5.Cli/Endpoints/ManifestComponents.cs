using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Endpoints;

/// <summary>Finds the type of a component in an endpoint's manifest.</summary>
internal static class ManifestComponents
{
    private const int MostTold = 20;

    /// <exception cref="CliException">The manifest is not valid, has no such component, or has several.</exception>
    public static string TypeOf(ReadOnlyMemory<byte> manifest, string name)
    {
        var reading = ManifestImport.Read(manifest);
        if (reading.Manifest is not { } valid)
            throw new CliException(ExitCodes.Failed, "MANIFEST_INVALID", "The endpoint's manifest is not valid: 'dotnet agnt5 validate' tells why. Or give --type.");
        string[] types = [.. valid.Components.Where(component => component.Name == name).Select(static component => component.Type)];
        return types switch
        {
            [var type] => type,
            [] => throw new CliException(ExitCodes.Refused, "COMPONENT_NOT_FOUND", $"There is no component {name}. There are: {Names(valid)}."),
            _ => throw new CliException(ExitCodes.Usage, "TYPE_MISSING", $"{name} is the name of several components. Give --type: {string.Join(" or ", types)}."),
        };
    }

    private static string Names(ImportedManifest manifest) =>
        string.Join(", ", manifest.Components.Select(static component => component.Name).Distinct().Order(StringComparer.Ordinal).Take(MostTold));
}
