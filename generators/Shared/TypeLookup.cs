using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// Finds types by name. The compilation would search all assemblies for each type, a quarter of a millisecond for an ordinary application, and again
/// after every key stroke. Nearly all types that we ask for are in the few assemblies that Agnt5 is built on.
/// </summary>
internal sealed class TypeLookup
{
    private readonly Compilation _compilation;
    private readonly IAssemblySymbol[] _near;

    /// <param name="compilation">The compilation.</param>
    /// <param name="agnt5">The assembly that brings the contexts.</param>
    public TypeLookup(Compilation compilation, IAssemblySymbol agnt5)
    {
        _compilation = compilation;
        _near = [compilation.Assembly, agnt5, compilation.ObjectType.ContainingAssembly, .. agnt5.Modules.SelectMany(static module => module.ReferencedAssemblySymbols)];
    }

    /// <summary>Finds a type, or returns <see langword="null"/> when the project does not know it.</summary>
    public INamedTypeSymbol? Find(string metadataName)
    {
        Work.Count(WorkKind.TypeByName);
        foreach (var assembly in _near)
            if (assembly.GetTypeByMetadataName(metadataName) is { } found && (found.DeclaredAccessibility == Accessibility.Public || ReferenceEquals(assembly, _near[0])))
                return found;
        return _compilation.GetTypeByMetadataName(metadataName);
    }
}
