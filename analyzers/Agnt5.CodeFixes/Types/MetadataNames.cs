using System.Globalization;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.CodeFixes.Types;

/// <summary>Names of parameters that take a <c>JsonTypeInfo&lt;T&gt;</c>.</summary>
internal static class MetadataNames
{
    /// <summary><c>type</c> for <c>T</c>, <c>resultType</c> for <c>TResult</c>, <c>listOfTType</c> for <c>List&lt;T&gt;</c>.</summary>
    /// <param name="method">The declaration that must not contain the name yet.</param>
    public static string ForParameter(ITypeSymbol type, SyntaxNode method)
    {
        var name = Plain(type);
        var used = new HashSet<string>(method.DescendantTokens().Select(static token => token.ValueText), StringComparer.Ordinal);
        var free = name;
        for (var number = 2; used.Contains(free); number++)
            free = name + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    private static string Plain(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol { Name: "T" } => "type",
        ITypeParameterSymbol { Name: ['T', >= 'A' and <= 'Z', ..] name } => CamelCase(name.Substring(1)) + "Type",
        _ => CamelCase(TypeNames.Simple(type)) + "Type",
    };

    private static string CamelCase(string name) => JsonNames.Apply(NamingPolicy.CamelCase, name);
}
