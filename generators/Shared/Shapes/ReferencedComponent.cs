using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A component of a referenced assembly, from its catalog.</summary>
internal readonly record struct ReferencedComponent(ComponentKind Kind, string Name, string AssemblyName)
{
    /// <summary>The components of all referenced assemblies, by assembly name, so that the order does not depend on the command line.</summary>
    public static IEnumerable<ReferencedComponent> Of(Compilation compilation, KnownSymbols known) =>
        from catalog in CatalogsOf(compilation, known)
        from component in In(catalog, known)
        select component;

    /// <summary>The components of a catalog.</summary>
    public static IEnumerable<ReferencedComponent> In(INamedTypeSymbol catalog, KnownSymbols known) =>
        from component in catalog.GetAttributes()
        where Same(component.AttributeClass, known.CatalogComponentAttribute)
        let arguments = component.ConstructorArguments
        where arguments is [{ Value: int }, { Value: string }, ..]
        select new ReferencedComponent((ComponentKind)(int)arguments[0].Value!, (string)arguments[1].Value!, catalog.ContainingAssembly.Name);

    /// <summary>The catalogs of referenced assemblies, by assembly name, so that the order does not depend on the command line.</summary>
    public static IEnumerable<INamedTypeSymbol> CatalogsOf(Compilation compilation, KnownSymbols known) =>
        from assembly in compilation.SourceModule.ReferencedAssemblySymbols.OrderBy(assembly => assembly.Name, StringComparer.Ordinal)
        where References(assembly, known.ComponentContext.ContainingAssembly.Name)
        from mark in assembly.GetAttributes()
        where Same(mark.AttributeClass, known.CatalogAttribute)
        from catalog in mark.ConstructorArguments.Select(argument => argument.Value).OfType<INamedTypeSymbol>()
        select catalog;

    private static bool References(IAssemblySymbol assembly, string name) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == name));

    private static bool Same(ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
