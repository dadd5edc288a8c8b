using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>The constructor that reads an object, and which parameter carries which member.</summary>
internal sealed record JsonConstructor(ConstructionModel Model, IReadOnlyDictionary<ISymbol, IParameterSymbol> Parameters)
{
    /// <summary>Whether the constructor sets the members marked <c>required</c>, so that a document need not have them.</summary>
    public required bool SetsRequiredMembers { get; init; }

    /// <summary>The constructor itself, or <see langword="null"/> for a tuple, which needs none.</summary>
    public IMethodSymbol? Symbol { get; init; }
}

/// <summary>Chooses the constructor that reads an object as System.Text.Json does, with one exception for structs.</summary>
internal static class ConstructorReader
{
    public static JsonConstructor? Read(
        INamedTypeSymbol type, IReadOnlyList<JsonMember> members, PolymorphismModel? polymorphism, JsonScope scope, List<NodeProblem> problems)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            FindMissingDerivedTypes(type, polymorphism, problems);
            return null;
        }

        var marked = type.InstanceConstructors.Where(constructor => JsonAttributes.IsConstructor(constructor, scope.Known)).ToArray();
        if (marked.Length > 1)
            return Refuse("has several constructors with [JsonConstructor]");

        var chosen = marked is [var single] ? single : Choose(type, members);
        if (chosen is null)
            return Refuse("has no public constructor, or several and none with [JsonConstructor], so it cannot be constructed from JSON: keep one, or mark one");
        return Bind(type, chosen, members, scope, problems);

        JsonConstructor? Refuse(string reason)
        {
            problems.Add(new(RuleIds.NotReadable, "", reason, JsonUse.Read));
            return null;
        }
    }

    private static void FindMissingDerivedTypes(INamedTypeSymbol type, PolymorphismModel? polymorphism, List<NodeProblem> problems)
    {
        var (what, instead) = type.TypeKind == TypeKind.Interface ? ("is an interface", "a class") : ("is abstract", "a derived class");
        if (polymorphism is null)
        {
            problems.Add(new(RuleIds.NotReadable, "", $"{what}, so JSON does not say which class to construct: use {instead}, or declare the derived types with [JsonDerivedType]", JsonUse.Read));
            problems.Add(
                new(RuleIds.LosesDerivedData, "",
                $"{what}, so only its own members are written and those of the actual class are lost: declare the derived types with [JsonDerivedType], or use {instead}") { Cause = type });
        }
        else if (polymorphism.DerivedTypes.Count > 0 && polymorphism.DerivedTypes.All(static derived => derived.Discriminator is null))
        {
            problems.Add(
                new(RuleIds.NotReadable, "", $"{what}, and its derived types have no discriminators, so JSON does not say which class to construct: give each [JsonDerivedType] one", JsonUse.Read));
        }
    }

    private static IMethodSymbol? Choose(INamedTypeSymbol type, IReadOnlyList<JsonMember> members)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        var parameterless = constructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        var withParameters = constructors.Where(static constructor => !constructor.Parameters.IsEmpty).ToArray();

        // System.Text.Json constructs a struct without its constructor. That loses values that only the constructor sets, and the required parameters of a positional record.
        if (type.IsValueType && withParameters is [var only] && (IsPositional(only) || SetsWhatNothingElseSets(only, members)))
            return only;
        return parameterless ?? (withParameters is [var single] ? single : null);
    }

    // A referenced assembly has no syntax; there the Deconstruct method identifies a positional record.
    private static bool IsPositional(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.IsEmpty
        ? constructor.ContainingType.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method => method.Parameters
            .Select(static parameter => (parameter.Name, parameter.RefKind))
            .SequenceEqual(constructor.Parameters.Select(static parameter => (parameter.Name, RefKind.Out))))
        : constructor.DeclaringSyntaxReferences[0].GetSyntax() is RecordDeclarationSyntax;

    private static bool SetsWhatNothingElseSets(IMethodSymbol constructor, IReadOnlyList<JsonMember> members) =>
        constructor.Parameters.Any(parameter => FindMember(parameter, members) is { Setter: SetterKind.None });

    private static JsonConstructor? Bind(
        INamedTypeSymbol type, IMethodSymbol constructor, IReadOnlyList<JsonMember> members, JsonScope scope, List<NodeProblem> problems)
    {
        if (constructor.Parameters.GroupBy(static parameter => parameter.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static same => same.Count() > 1) is { } alike)
        {
            problems.Add(
                new(RuleIds.DuplicateJsonName, "",
                $"has a constructor with parameters {string.Join(" and ", alike.Select(static parameter => $"'{parameter.Name}'"))}, which System.Text.Json cannot tell apart: rename one of them",
                JsonUse.Read));
            return null;
        }

        var carried = new Dictionary<ISymbol, IParameterSymbol>(SymbolEqualityComparer.Default);
        var parameters = new List<ConstructorParameterModel>();
        foreach (var parameter in constructor.Parameters)
        {
            if (FindMember(parameter, members) is not { } member || parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                problems.Add(new(
                    RuleIds.NotReadable,
                    "",
                    $"has a constructor that takes '{ShapeText.Of(parameter)}', and no public member of that name and type carries it in JSON: add one, or mark another constructor [JsonConstructor]",
                    JsonUse.Read));
                return null;
            }

            if (!member.IsIgnored)
                carried[member.Symbol] = parameter;
            parameters.Add(new()
            {
                Type = scope.Use(parameter.Type),
                DefinitionType = TypeNames.CSharp(parameter.OriginalDefinition.Type),
                MemberName = member.IsIgnored ? null : member.Symbol.Name,
                Default = DefaultValues.Of(parameter, scope),
            });
        }

        var isUndeclared = type.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty;
        var setsRequiredMembers = SetsRequiredMembers(constructor, scope.Known);
        var mustEvade = !isUndeclared && (Barrier.Find(constructor, scope.Known) is not null || (HasRequiredMembers(type) && !setsRequiredMembers));
        return new(
            new()
            {
                Kind = isUndeclared ? ConstructionKind.Default : mustEvade ? ConstructionKind.Accessor : ConstructionKind.New,
                Parameters = parameters.ToEquatableArray(),
                Target = mustEvade ? Accessors.TargetOf(type, valueType: "") : null,
            },
            carried)
        {
            SetsRequiredMembers = setsRequiredMembers,
            Symbol = constructor,
        };
    }

    private static JsonMember? FindMember(IParameterSymbol parameter, IReadOnlyList<JsonMember> members)
    {
        JsonMember? found = null;
        foreach (var member in members)
        {
            if (!string.Equals(member.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                || !SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type))
                continue;
            if (found is null || string.Equals(member.Symbol.Name, parameter.Name, StringComparison.Ordinal))
                found = member;
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
