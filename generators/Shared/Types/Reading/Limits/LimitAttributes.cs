using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The DataAnnotations of one member, from the property and from the parameter that carries it; the property's win.</summary>
internal sealed class LimitAttributes
{
    private const string Suffix = "Attribute";

    private readonly Dictionary<string, LimitAttribute> _found = new(StringComparer.Ordinal);

    public bool IsEmpty => _found.Count == 0;

    public static LimitAttributes Of(IEnumerable<ISymbol?> carriers)
    {
        var attributes = new LimitAttributes();
        foreach (var carrier in carriers)
            for (var symbol = carrier; symbol is not null; symbol = (symbol as IPropertySymbol)?.OverriddenProperty)
                attributes.Add(symbol);
        return attributes;
    }

    /// <summary>Finds an attribute by its name without the suffix.</summary>
    public LimitAttribute? Find(string name) => _found.TryGetValue(name, out var found) ? found : null;

    private void Add(ISymbol symbol)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is not { } type || !IsAnnotation(type) || data.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error))
                continue;
            var name = type.Name.Substring(0, type.Name.Length - Suffix.Length);
            if (!_found.ContainsKey(name))
                _found.Add(name, new(name, data));
        }
    }

    private static bool IsAnnotation(INamedTypeSymbol type) =>
        type.Name.EndsWith(Suffix, StringComparison.Ordinal)
        && type.ContainingNamespace is
        {
            Name: "DataAnnotations",
            ContainingNamespace: { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };
}

/// <summary>One attribute.</summary>
internal sealed class LimitAttribute(string name, AttributeData data)
{
    public string Name => name;

    public IReadOnlyList<TypedConstant> Arguments => data.ConstructorArguments;

    /// <summary>The value of a property that the attribute sets.</summary>
    public object? Named(string property) =>
        data.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { IsNull: false, Kind: not TypedConstantKind.Array } value ? value.Value : null;
}
