using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>The constructor that reads an object, and which parameter carries which property.</summary>
internal sealed record JsonConstructor(ConstructionModel Model, IReadOnlyDictionary<IPropertySymbol, IParameterSymbol> Parameters);

/// <summary>Chooses the constructor that reads an object as System.Text.Json does, with one exception for structs.</summary>
internal static class ConstructorReader
{
    public static JsonConstructor? Read(INamedTypeSymbol type, IReadOnlyList<JsonProperty> properties, KnownSymbols known, List<NodeProblem> problems)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
            return Refuse(type.TypeKind == TypeKind.Interface ? "is an interface, so JSON does not say which class to construct: use a class" : "is abstract, so it cannot be constructed: use a derived class");

        var marked = type.InstanceConstructors.Where(constructor => JsonAttributes.IsConstructor(constructor, known)).ToArray();
        if (marked.Length > 1)
            return Refuse("has several constructors with [JsonConstructor]");
        if (marked is [{ DeclaredAccessibility: not Accessibility.Public }])
        {
            problems.Add(new(RuleIds.UnsupportedType, "", "has a [JsonConstructor] that is not public, which is not supported yet", JsonUse.Read));
            return null;
        }

        var chosen = marked is [var single] ? single : Choose(type, properties);
        if (chosen is null)
            return Refuse("has no public constructor, or several and none with [JsonConstructor], so it cannot be constructed from JSON: keep one, or mark one");
        return Bind(type, chosen, properties, known, problems);

        JsonConstructor? Refuse(string reason)
        {
            problems.Add(new(RuleIds.NotReadable, "", reason, JsonUse.Read));
            return null;
        }
    }

    private static IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<JsonProperty> properties)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        var parameterless = constructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        var withParameters = constructors.Where(static constructor => !constructor.Parameters.IsEmpty).ToArray();

        // System.Text.Json constructs a struct without its constructor, which loses what only that sets, and what a positional record demands.
        if (type.IsValueType && withParameters is [var only] && (IsPositional(only) || SetsWhatNothingElseSets(only, properties)))
            return only;
        return parameterless ?? (withParameters is [var single] ? single : null);
    }

    private static bool IsPositional(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is RecordDeclarationSyntax;

    private static bool SetsWhatNothingElseSets(IMethodSymbol constructor, IReadOnlyList<JsonProperty> properties) =>
        constructor.Parameters.Any(parameter => FindProperty(parameter, properties) is { Setter: null });

    private static JsonConstructor? Bind(
        INamedTypeSymbol type, IMethodSymbol constructor, IReadOnlyList<JsonProperty> properties, KnownSymbols known, List<NodeProblem> problems)
    {
        var carried = new Dictionary<IPropertySymbol, IParameterSymbol>(SymbolEqualityComparer.Default);
        var parameters = new List<ConstructorParameterModel>();
        foreach (var parameter in constructor.Parameters)
        {
            if (FindProperty(parameter, properties) is not { } property || parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                problems.Add(new(
                    RuleIds.NotReadable,
                    "",
                    $"has a constructor that takes '{ShapeText.Of(parameter)}', and no public property of that name and type carries it in JSON: add one, or mark another constructor [JsonConstructor]",
                    JsonUse.Read));
                return null;
            }

            if (!property.IsIgnored)
                carried[property.Symbol] = parameter;
            parameters.Add(new()
            {
                Type = TypeNames.Use(parameter.Type),
                DefinitionType = TypeNames.CSharp(parameter.OriginalDefinition.Type),
                MemberName = property.IsIgnored ? null : property.Symbol.Name,
                Default = DefaultValues.Of(parameter),
            });
        }

        var isUndeclared = type.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty;
        var mustEvade = !isUndeclared && HasRequiredMembers(type) && !SetsRequiredMembers(constructor, known);
        return new(
            new()
            {
                Kind = isUndeclared ? ConstructionKind.Default : mustEvade ? ConstructionKind.Accessor : ConstructionKind.New,
                Parameters = parameters.ToEquatableArray(),
                Target = mustEvade ? Accessors.TargetOf(type, valueType: "") : null,
            },
            carried);
    }

    private static JsonProperty? FindProperty(IParameterSymbol parameter, IReadOnlyList<JsonProperty> properties)
    {
        JsonProperty? found = null;
        foreach (var property in properties)
        {
            if (!string.Equals(property.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                || !SymbolEqualityComparer.Default.Equals(property.Symbol.Type, parameter.Type))
                continue;
            if (found is null || string.Equals(property.Symbol.Name, parameter.Name, StringComparison.Ordinal))
                found = property;
        }

        return found;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        return false;
    }

    private static bool SetsRequiredMembers(IMethodSymbol constructor, KnownSymbols known) =>
        constructor.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.SetsRequiredMembersAttribute));
}
