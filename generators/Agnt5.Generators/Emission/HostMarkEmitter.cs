using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>Marks a library that has a host among its references, for the analyzers of the programs that use it.</summary>
internal static class HostMarkEmitter
{
    public static string? Emit(AssemblyModel assembly)
    {
        if (!assembly.MayHost)
            return null;
        var source = SourceWriter.File();
        source.Line($"[assembly: global::{KnownNames.HostAttribute}({CSharpText.Literal(HostReference.Host)})]");
        return source.ToString();
    }
}
