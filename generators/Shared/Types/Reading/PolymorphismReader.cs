using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads <c>[JsonDerivedType]</c> and <c>[JsonPolymorphic]</c>.</summary>
internal static class PolymorphismReader
{
    private const string DefaultDiscriminator = "$type";

    /// <summary>Reads the derived types that a type declares, or returns <see langword="null"/> when it declares none.</summary>
    public static PolymorphismModel? Read(INamedTypeSymbol type, JsonScope scope, List<NodeProblem> problems, List<TypeEdge> edges)
    {
        var declared = JsonAttributes.DerivedTypes(type, scope.Known).ToArray();
        if (declared.Length == 0)
            return null;

        var options = JsonAttributes.PolymorphicOf(type, scope.Known);
        var property = options?.NamedArguments.FirstOrDefault(static argument => argument.Key == "TypeDiscriminatorPropertyName").Value.Value as string ?? DefaultDiscriminator;
        var derived = new List<DerivedTypeModel>();
        foreach (var (derivedType, discriminator) in declared)
        {
            if (!IsAssignable(derivedType, type))
            {
                problems.Add(new(RuleIds.UnsupportedType, "", $"declares the derived type '{ShapeText.Of(derivedType)}', which does not derive from it"));
                continue;
            }

            if (scope.Rules.Context is null && scope.Known.Contexts.FindCovering(derivedType) is { } rules)
            {
                problems.Add(
                    new(RuleIds.ConverterOutOfReach, "",
                    $"declares the derived type '{ShapeText.Of(derivedType)}', which '{rules.Context}' covers: list '{type.Name}' in that context with [JsonSerializable], too") { Cause = type,
                    Context = rules.Context });
                continue;
            }

            if (derivedType is INamedTypeSymbol named && CollectionTypes.IsCollection(named, scope.Known))
            {
                problems.Add(new(RuleIds.UnsupportedType, "", $"declares the derived type '{ShapeText.Of(derivedType)}', which is a collection: an array in JSON has no room for a discriminator"));
                continue;
            }

            if (JsonAttributes.ConverterOf(derivedType, scope.Known) is not null)
            {
                problems.Add(
                    new(RuleIds.UnsupportedType, "", $"declares the derived type '{ShapeText.Of(derivedType)}', which has a converter, so that no discriminator can be written with it"));
                continue;
            }

            var model = new DerivedTypeModel(scope.Use(derivedType), Json(discriminator));
            if (derived.Any(other => other.Type.Key == model.Type.Key || (other.Discriminator is not null && other.Discriminator == model.Discriminator)))
                problems.Add(new(RuleIds.DuplicateJsonName, "", $"declares the derived type '{ShapeText.Of(derivedType)}' or its discriminator twice"));
            if (model.Discriminator is not null && FindNamed(property, derivedType, type, scope) is { } member)
            {
                problems.Add(
                    new(RuleIds.DuplicateJsonName, "",
                    $"declares the derived type '{ShapeText.Of(derivedType)}', whose member '{member.Name}' is '{property}' in JSON as the type discriminator is: rename one of them"));
            }

            derived.Add(model);
            if (!SymbolEqualityComparer.Default.Equals(derivedType, type))
                edges.Add(new(derivedType, $"({derivedType.Name})"));
        }

        return new()
        {
            Discriminator = property,
            DerivedTypes = derived.ToEquatableArray(),
            IgnoresUnknownDiscriminators = JsonAttributes.Named<bool>(options, "IgnoreUnrecognizedTypeDiscriminators") ?? false,
            UnknownDerivedTypes = JsonAttributes.Named<int>(options, "UnknownDerivedTypeHandling") ?? 0,
        };
    }

    // A member that the type itself has is found with the type.
    private static ISymbol? FindNamed(string property, ITypeSymbol derivedType, INamedTypeSymbol type, JsonScope scope) =>
        derivedType is not INamedTypeSymbol named || SymbolEqualityComparer.Default.Equals(named, type) ? null
        : JsonMembers.Find(named, scope).FirstOrDefault(member => !member.IsIgnored
            && !JsonAttributes.IsExtensionData(member.Symbol, scope.Known)
            && !JsonMembers.BaseTypes(type).Contains(member.Symbol.ContainingType, SymbolEqualityComparer.Default)
            && (JsonAttributes.NameOf(member.Symbol, scope.Known) ?? scope.JsonName(member.Symbol.Name)) == property)?.Symbol;

    private static string? Json(object? discriminator) => discriminator switch
    {
        string text => JsonText.Quote(text),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsAssignable(ITypeSymbol derived, INamedTypeSymbol type)
    {
        for (var current = derived; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, type))
                return true;
        return derived.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented, type));
    }
}
