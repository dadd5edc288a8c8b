using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads one property of an object.</summary>
internal static class MemberReader
{
    public static MemberModel Read(
        JsonProperty property, JsonConstructor? constructor, KnownSymbols known, List<NodeProblem> problems, CancellationToken cancellationToken)
    {
        var symbol = property.Symbol;
        var parameter = constructor is not null && constructor.Parameters.TryGetValue(symbol, out var carrier) ? carrier : null;
        var @default = parameter is null ? null : DefaultValues.Of(parameter);
        var use = TypeNames.Use(parameter?.Type ?? symbol.Type);
        var setter = parameter is not null ? SetterKind.None : SetterOf(property.Setter);
        if (constructor is not null && parameter is null && setter == SetterKind.None)
            FindLoss(symbol, problems);
        if (symbol.GetAttributes().Any(IsObsoleteAsError))
            problems.Add(new(RuleIds.UnsupportedType, "." + symbol.Name, "is [Obsolete] as an error, so generated code cannot use it; add [JsonIgnore]"));

        return new()
        {
            Name = symbol.Name,
            JsonName = JsonAttributes.NameOf(symbol, known) ?? JsonNames.CamelCase(symbol.Name),
            Type = use,
            DeclaringType = TypeNames.CSharp(symbol.ContainingType),
            HasGetter = property.HasGetter,
            Setter = setter,
            IsConstructorParameter = parameter is not null,
            IsRequired = symbol.IsRequired || (parameter is not null && @default is null && !use.IsNullable),
            Target = setter == SetterKind.Accessor ? AccessorOf(property.Setter!) : null,
            Default = @default,
            Limits = LimitsReader.Read(parameter?.Type ?? symbol.Type, "." + symbol.Name, [symbol, parameter], problems),
            Documentation = DocumentationOf(symbol, parameter, known, cancellationToken),
        };
    }

    private static SetterKind SetterOf(IMethodSymbol? setter) =>
        setter is null ? SetterKind.None : setter.IsInitOnly ? SetterKind.Accessor : SetterKind.Assignment;

    private static AccessorTarget AccessorOf(IMethodSymbol setter) =>
        Accessors.TargetOf(setter.ContainingType, TypeNames.CSharp(setter.OriginalDefinition.Parameters[0].Type));

    // A computed member is written for the reader's sake; a property with a value of its own is data.
    private static void FindLoss(IPropertySymbol property, List<NodeProblem> problems)
    {
        if (!IsAutomatic(property))
            return;
        if (property.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type
            && type.AllInterfaces.Any(static implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
            && type.SpecialType != SpecialType.System_String)
            problems.Add(new(
                RuleIds.UnsupportedType,
                "." + property.Name,
                "is a collection without a setter, which cannot be filled yet; give it a setter or an init accessor",
                JsonUse.Read));
        else
            problems.Add(new(
                RuleIds.NotReadable,
                "." + property.Name,
                "is written and cannot be read back: give it a public setter, an init accessor or a constructor parameter, or [JsonIgnore]",
                JsonUse.Both));
    }

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member =>
            member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsObsoleteAsError(AttributeData data) =>
        data is { AttributeClass: { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" }, ConstructorArguments: [_, { Value: true }] };

    private static Documentation DocumentationOf(IPropertySymbol property, IParameterSymbol? parameter, KnownSymbols known, CancellationToken cancellationToken)
    {
        var description = DocumentationReader.DescriptionOf(property, known)
            ?? (parameter is null ? null : DocumentationReader.DescriptionOf(parameter, known));
        var own = DocumentationReader.XmlOf(property, cancellationToken);
        return new(description, own, DocumentationReader.IsPositional(property, cancellationToken) ? property.Name : null);
    }
}
