using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Declarations;

/// <summary>Finds the method of a component of a referenced assembly, whose catalog has only its name. It is slow, and done only for a message.</summary>
internal static class ReferencedMethod
{
    /// <summary>The method with its assembly, <c>'Orders.Approve()' of assembly 'Shop'</c>, or the assembly alone when the method is not visible from outside.</summary>
    public static string Describe(ReferencedComponent component, Compilation compilation, KnownSymbols known)
    {
        var assembly = compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == component.AssemblyName);
        var method = assembly is null ? null : MethodsIn(assembly.GlobalNamespace).FirstOrDefault(IsIt);
        return method is null
            ? $"the one in assembly '{component.AssemblyName}'"
            : $"'{ShapeText.WithParameters(method)}' of assembly '{component.AssemblyName}'";

        bool IsIt(IMethodSymbol candidate) =>
            ComponentMark.Of(candidate, known).Any(mark => mark.Kind == component.Kind && mark.NameOf(candidate) == component.Name);
    }

    private static IEnumerable<IMethodSymbol> MethodsIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
            if (member is IMethodSymbol method)
                yield return method;
            else if (member is INamespaceOrTypeSymbol inner)
                foreach (var found in MethodsIn(inner))
                    yield return found;
    }
}
