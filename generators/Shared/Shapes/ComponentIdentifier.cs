using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// The identity of a method in the project. It is part of the names that are generated for a component, and decides who keeps a name that two
/// components want.
/// </summary>
internal static class ComponentIdentifier
{
    public static string Of(IMethodSymbol method)
    {
        var name = $"{TypeNames.CSharp(method.ContainingType)}.{method.Name}";
        // Overloads share a name, so the parameters are a part of it.
        if (method.ContainingType.GetMembers(method.Name).Length > 1)
            name += $"({string.Join(",", method.Parameters.Select(static parameter => TypeNames.CSharp(parameter.Type)))})";
        return TypeNames.Identifier(name);
    }
}
