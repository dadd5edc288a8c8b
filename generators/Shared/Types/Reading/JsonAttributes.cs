using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>System.Text.Json's attributes on types and members.</summary>
internal static class JsonAttributes
{
    /// <summary>Finds an attribute that changes what the JSON looks like in a way that is not supported yet.</summary>
    public static string? FindUnsupported(ISymbol symbol, KnownSymbols known)
    {
        foreach (var data in symbol.GetAttributes())
            if (data.AttributeClass is { } attribute && IsJsonAttribute(attribute, known) && !IsSupported(data, known))
                return attribute.Name.EndsWith("Attribute", StringComparison.Ordinal) ? attribute.Name.Substring(0, attribute.Name.Length - 9) : attribute.Name;
        return null;
    }

    public static string Explain(string attribute) => $"has [{attribute}], which is not supported yet";

    /// <summary>Whether a member has a <c>[JsonIgnore]</c> that keeps it out of JSON.</summary>
    public static bool IsIgnored(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonIgnoreAttribute) is { } data && IgnoreCondition(data) is null or Always;

    /// <summary>The name that <c>[JsonPropertyName]</c> gives.</summary>
    public static string? NameOf(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonPropertyNameAttribute)?.ConstructorArguments is [{ Value: string name }] ? name : null;

    public static bool IsConstructor(IMethodSymbol constructor, KnownSymbols known) => Find(constructor, known.JsonConstructorAttribute) is not null;

    // The values of JsonIgnoreCondition.
    private const int Never = 0;
    private const int Always = 1;

    private static bool IsSupported(AttributeData data, KnownSymbols known) =>
        Is(data, known.JsonPropertyNameAttribute)
        || Is(data, known.JsonConstructorAttribute)
        || (Is(data, known.JsonIgnoreAttribute) && IgnoreCondition(data) is null or Never or Always);

    private static int? IgnoreCondition(AttributeData data) =>
        data.NamedArguments.FirstOrDefault(static argument => argument.Key == "Condition").Value.Value as int?;

    private static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute) => symbol.GetAttributes().FirstOrDefault(data => Is(data, attribute));

    private static bool Is(AttributeData data, INamedTypeSymbol? attribute) =>
        attribute is not null && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute);

    private static bool IsJsonAttribute(INamedTypeSymbol attribute, KnownSymbols known)
    {
        for (var current = attribute; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, known.JsonAttribute))
                return true;
        return false;
    }
}
