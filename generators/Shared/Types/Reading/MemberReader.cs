using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>A member's model, and the type to explore behind it.</summary>
/// <param name="Edge">The member's type, or <see langword="null"/> when the member has its own converter.</param>
/// <param name="Converted">The model of a type that has only the member's converter.</param>
/// <param name="Advice">See <see cref="TypeNode.Advice"/>.</param>
internal sealed record ReadMember(MemberModel Model, TypeEdge? Edge, TypeModel? Converted, IReadOnlyList<NodeProblem> Advice);

/// <summary>Reads one member of an object.</summary>
internal static class MemberReader
{
    /// <param name="state">The state of the object, where it is constructed from JSON.</param>
    public static ReadMember Read(JsonMember member, JsonConstructor? constructor, ObjectState? state, JsonScope scope, List<NodeProblem> problems)
    {
        var symbol = member.Symbol;
        var parameter = constructor is not null && constructor.Parameters.TryGetValue(symbol, out var carrier) ? carrier : null;
        var type = parameter?.Type ?? member.Type;
        var isExtensionData = JsonAttributes.IsExtensionData(symbol, scope.Known);
        var isPopulated = parameter is null && IsPopulated(member, scope);
        var setter = parameter is not null ? SetterKind.None
            : member.Setter == SetterKind.None && !isPopulated && CanBeFilled(member, type, constructor, scope) ? SetterKind.Fill
            : member.Setter;
        var ignore = JsonAttributes.ConditionOf(symbol, scope);
        var @default = parameter is null ? null : DefaultValues.Of(parameter, scope);
        var isDeclaredRequired = JsonAttributes.IsRequired(symbol, scope.Known) || (member.IsRequired && constructor is not { SetsRequiredMembers: true });
        var isRequiredParameter = parameter is not null && @default is null && scope.Rules.RequiresParameters && ignore == IgnoreCondition.Never && !TypeNames.IsNullable(type);

        if (state is not null && parameter is null && setter == SetterKind.None && !isPopulated && !isExtensionData && member.Getter != GetterKind.None && FindLost(member, state, scope) is { } lost)
            problems.Add(lost);
        if (isDeclaredRequired && ignore != IgnoreCondition.Never)
            problems.Add(new(RuleIds.NotReadable, "." + symbol.Name, "is required to be read and left out when it is written: drop 'required' or the [JsonIgnore]", JsonUse.Both));
        if (MayBeLeftOut(ignore, type) && HasDefaultOfItsOwn(symbol, @default, scope))
            problems.Add(
                new(RuleIds.NotReadable, "." + symbol.Name,
                "is left out when it is null or zero, and then read back with the default that it is declared with: drop the default or the [JsonIgnore]", JsonUse.Both));
        MisplacedAttributes.Find(member, type, constructor, scope, problems);
        if (!isExtensionData && JsonAttributes.ConverterOf(symbol, scope.Known) is null && Untyped.Find(DeclaredType(symbol), "." + symbol.Name, scope.Known) is { } untyped)
            problems.Add(untyped with { Cause = symbol });
        if (symbol.GetAttributes().Any(IsObsoleteAsError))
            problems.Add(new(RuleIds.UnsupportedType, "." + symbol.Name, "is [Obsolete] as an error, so generated code cannot use it; add [JsonIgnore]"));

        var converted = Converters.Find(symbol, type, scope);
        if (converted is not null)
            problems.AddRange(converted.Problems.Select(problem => problem with { Path = "." + symbol.Name + problem.Path }));
        var convertedModel = converted?.Model is { } own ? own with { Key = $"{scope.Key(type)}|{ConverterOf(own)}", CSharpName = TypeNames.CSharp(type), Metadata = Fallback(own) } : null;

        var model = new MemberModel
        {
            Name = member.Name,
            JsonName = JsonAttributes.NameOf(symbol, scope.Known) ?? scope.JsonName(symbol.Name),
            Type = convertedModel is null ? scope.Use(type) : scope.Use(type) with { Key = convertedModel.Key },
            DeclaringType = TypeNames.CSharp(symbol.ContainingType),
            Getter = member.Getter,
            Setter = setter,
            IsConstructorParameter = parameter is not null,
            IsRequired = isDeclaredRequired || isRequiredParameter || (symbol.ContainingType.IsTupleType && scope.Rules.Context is null && !TypeNames.IsNullable(type)),
            IsField = member.IsField,
            Target = setter == SetterKind.Accessor || member.Getter == GetterKind.Accessor ? Accessors.TargetOf(member) : null,
            Default = @default,
            Ignore = ignore,
            Converter = convertedModel is null ? null : ConverterOf(convertedModel),
            NumberHandling = JsonAttributes.NumberHandlingOf(symbol, scope.Known),
            Order = JsonAttributes.OrderOf(symbol, scope.Known),
            IsExtensionData = isExtensionData,
            Limits = LimitsReader.Read(new(type, "." + symbol.Name, [symbol, parameter]) { HasConverter = converted is not null }, scope, problems),
            IsPopulated = isPopulated,
            IsCompared = WrittenEquality.Compares(member),
            Documentation = DocumentationReader.OfMember(symbol, parameter, scope.Known, scope.CancellationToken),
        };
        return new(
            model,
            converted is null ? new TypeEdge(type, "." + symbol.Name) { IsExtensionData = isExtensionData } : null,
            convertedModel,
            [
                .. model is { IsRead: true, IsExtensionData: false } && converted is null ? LimitAdvice.Of(symbol, $"{symbol.ContainingType.Name}.{symbol.Name}", type, model.Limits, scope) : [],
                .. ConverterAdvice.Of(symbol, $"{symbol.ContainingType.Name}.{symbol.Name}", type, scope),
            ]);
    }

    // What a type argument brings in is not the member's doing.
    private static ITypeSymbol DeclaredType(ISymbol member) => member.OriginalDefinition is IPropertySymbol property ? property.Type : ((IFieldSymbol)member.OriginalDefinition).Type;

    private static string? ConverterOf(TypeModel model) => model switch
    {
        ConverterModel opaque => opaque.Converter,
        EnumModel members => members.Converter,
        _ => null,
    };

    private static MetadataKind Fallback(TypeModel model) => model.Metadata == MetadataKind.None ? MetadataKind.None : MetadataKind.Fallback;

    // An attribute on the type applies to the members that it fits, and is not an error for the others.
    private static bool IsPopulated(JsonMember member, JsonScope scope) =>
        JsonAttributes.Populates(member.Symbol, scope.Known)
        ?? (member.Setter == SetterKind.None
            && JsonAttributes.Populates(member.Symbol.ContainingType, scope.Known) == true
            && member.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type
            && ScalarTypes.Find(TypeNames.CSharp(type)) is null
            && (CollectionTypes.CanBeFilled(type) || !CollectionTypes.IsCollection(type, scope.Known)));

    private static bool MayBeLeftOut(IgnoreCondition ignore, ITypeSymbol type) =>
        ignore != IgnoreCondition.Never && (TypeNames.IsNullable(type) || (type.IsValueType && ignore == IgnoreCondition.WhenWritingDefault));

    private static bool HasDefaultOfItsOwn(ISymbol symbol, DefaultValue? parameterDefault, JsonScope scope)
    {
        if (parameterDefault is not null)
            return parameterDefault.CSharp is not ("null" or "0" or "false") && !parameterDefault.CSharp.StartsWith("default", StringComparison.Ordinal);
        var initializer = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(scope.CancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Initializer,
            VariableDeclaratorSyntax field => field.Initializer,
            _ => null,
        };
        return initializer is not null
            && !initializer.Value.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).OfType<ExpressionSyntax>()
                .Any(static part => part.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression);
    }

    private static bool CanBeFilled(JsonMember member, ITypeSymbol type, JsonConstructor? constructor, JsonScope scope) =>
        scope.Rules.Context is null && constructor is not null && member is { GetMethod: not null, SetMethod: null, Getter: GetterKind.Direct, HasStorage: true } && CollectionTypes.CanBeFilled(type);

    /// <summary>Whether JSON sets a member, or its constructor parameter.</summary>
    public static bool IsReadBack(JsonMember member, JsonConstructor constructor, JsonScope scope) => !member.IsIgnored
        && (member.Setter != SetterKind.None
            || constructor.Parameters.ContainsKey(member.Symbol)
            || JsonAttributes.IsExtensionData(member.Symbol, scope.Known)
            || IsPopulated(member, scope)
            || CanBeFilled(member, member.Type, constructor, scope));

    // The compiler does not show private members of a referenced assembly, so a member with a private setter cannot be set.
    private static NodeProblem? FindLost(JsonMember member, ObjectState state, JsonScope scope)
    {
        var symbol = member.Symbol;
        var read = member.HasStorage ? null : state.FindLost(member);
        string? other = null;
        if (read is null && (!member.HasStorage || state.IsAlike(member, out other)))
            return null;
        var because = read is not null ? $", because it reads '{read.Name}', which JSON does not set"
            : other is not null ? $", because it is made of '{other}', which may be another value then"
            : "";
        var isMeantToBeRead = JsonAttributes.Directions(symbol, scope.Known).Reads;
        return new(
            RuleIds.NotReadable,
            "." + symbol.Name,
            isMeantToBeRead
                ? $"is written and cannot be read back{because}: "
                    + "give it a public setter, an init accessor or a constructor parameter, or [JsonIgnore]"
                : "is written and, by its [JsonIgnore], not read back: leave it out both ways",
            isMeantToBeRead && JsonAttributes.IsIncluded(symbol, scope.Known) ? JsonUse.Read : JsonUse.Both);
    }

    private static bool IsObsoleteAsError(AttributeData data) =>
        data is { AttributeClass: { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" }, ConstructorArguments: [_, { Value: true }] };
}
