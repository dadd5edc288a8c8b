using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A property that System.Text.Json would look at, with the accessors that it may use.</summary>
internal sealed record JsonProperty(IPropertySymbol Symbol, bool HasGetter, IMethodSymbol? Setter, bool IsIgnored);

/// <summary>Finds the properties of a type: its own first, then what it inherits, as System.Text.Json orders them.</summary>
internal static class PropertyReader
{
    public static IReadOnlyList<JsonProperty> Find(INamedTypeSymbol type, KnownSymbols known, List<NodeProblem> problems)
    {
        var found = new List<JsonProperty>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers())
            {
                if (member.IsStatic || member.IsImplicitlyDeclared || member is not (IPropertySymbol { IsIndexer: false } or IFieldSymbol))
                    continue;
                if (JsonAttributes.FindUnsupported(member, known) is { } attribute)
                    problems.Add(new(RuleIds.UnsupportedType, "." + member.Name, JsonAttributes.Explain(attribute)));
                if (member is IPropertySymbol property && Read(property, known) is { } json && seen.Add(property.Name))
                    found.Add(json);
            }
        }

        return found;
    }

    private static JsonProperty? Read(IPropertySymbol property, KnownSymbols known)
    {
        var hasGetter = IsPublic(Accessor(property, static candidate => candidate.GetMethod));
        var setter = Accessor(property, static candidate => candidate.SetMethod);
        if (!IsPublic(setter))
            setter = null;
        return hasGetter || setter is not null
            ? new(property, hasGetter, setter, JsonAttributes.IsIgnored(property, known))
            : null;
    }

    // An override may leave an accessor to the property that it overrides.
    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> select)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
            if (select(current) is { } accessor)
                return accessor;
        return null;
    }

    private static bool IsPublic(IMethodSymbol? accessor) => accessor is { DeclaredAccessibility: Accessibility.Public };

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return [type, .. type.AllInterfaces];
        return BaseTypes(type);
    }

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
            yield return current;
    }
}
