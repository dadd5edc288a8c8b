using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>What tells the methods of a project apart: part of the names that are generated for a component, and who keeps a name that two components want.</summary>
internal static class ComponentIdentifier
{
    public static string Of(IMethodSymbol method)
    {
        var name = $"{TypeNames.CSharp(method.ContainingType)}.{method.Name}";
        // Overloads share a name, so their parameters tell them apart.
        var isOverloaded = method.ContainingType.GetMembers(method.Name).Length > 1;
        return TypeNames.Identifier(isOverloaded ? $"{name}({string.Join(",", method.Parameters.Select(static parameter => TypeNames.CSharp(parameter.Type)))})" : name);
    }
}
