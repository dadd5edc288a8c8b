using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Finds attributes of System.Text.Json on members that they do not fit. The metadata would throw when it is first used.</summary>
internal static class MisplacedAttributes
{
    public static void Find(JsonMember member, ITypeSymbol type, JsonConstructor? constructor, JsonScope scope, List<NodeProblem> problems)
    {
        if (WhyIgnoreIsMisplaced(member, type, scope) is { } ignore)
            Report(ignore);
        if (JsonAttributes.NumberHandlingOf(member.Symbol, scope.Known) is not null && !HasNumbers(type, scope))
            Report("has [JsonNumberHandling] and holds no numbers to apply it to: remove it");
        if (JsonAttributes.Populates(member.Symbol, scope.Known) == true && WhyNotPopulated(type, constructor) is { } populate)
            Report(populate);
        if (JsonAttributes.IsExtensionData(member.Symbol, scope.Known) && !MayHoldExtensionData(type))
            Report("is [JsonExtensionData] and must be a Dictionary<string, JsonElement>, a Dictionary<string, object>, one of their IDictionary interfaces, or a JsonObject");

        void Report(string reason) => problems.Add(new(RuleIds.UnsupportedType, "." + member.Symbol.Name, reason));
    }

    private static string? WhyIgnoreIsMisplaced(JsonMember member, ITypeSymbol type, JsonScope scope) =>
        type.IsValueType && !TypeNames.IsNullableValue(type) && JsonAttributes.IsIgnoredWhenNull(member.Symbol, scope.Known)
            ? "is left out when it is null, which it never is: use JsonIgnoreCondition.WhenWritingDefault"
            : null;

    // Numbers, and collections of numbers.
    private static bool HasNumbers(ITypeSymbol type, JsonScope scope) => IsNumber(type) || type switch
    {
        IArrayTypeSymbol array => IsNumber(array.ElementType),
        { SpecialType: SpecialType.System_String } => false,
        INamedTypeSymbol named when CollectionTypes.IsCollection(named, scope.Known) => named.TypeArguments.Any(IsNumber) || named.TypeArguments.IsEmpty,
        INamedTypeSymbol named when FrameworkCollections.Find(named) is not null => named.TypeArguments.Any(IsNumber),
        _ => false,
    };

    private static bool IsNumber(ITypeSymbol type)
    {
        var plain = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return ScalarTypes.Find(TypeNames.CSharp(plain)) is { JsonType: "integer" or "number", CSharpName: not "global::System.Numerics.BigInteger" } or { CSharpName: "object" };
    }

    private static string? WhyNotPopulated(ITypeSymbol type, JsonConstructor? constructor)
    {
        if (constructor is { Model.Parameters.Count: > 0 })
            return "is filled by its [JsonObjectCreationHandling], and the constructor that reads its type has parameters, which System.Text.Json does not combine: remove one of them";
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named
            && ScalarTypes.Find(TypeNames.CSharp(named)) is null
            && FrameworkCollections.Find(named)?.Shape is not (CollectionShape.Built or CollectionShape.BuiltDictionary
                or CollectionShape.IEnumerable or CollectionShape.IReadOnlyList or CollectionShape.IReadOnlyCollection or CollectionShape.IReadOnlyDictionary)
            ? null
            : "is filled by its [JsonObjectCreationHandling], and its type cannot be filled: remove it, or use List<T> or a class";
    }

    private static bool MayHoldExtensionData(ITypeSymbol type)
    {
        var name = TypeNames.CSharp(type);
        return name == "global::System.Text.Json.Nodes.JsonObject"
            || new[] { "Dictionary", "IDictionary" }.Any(dictionary => new[] { "object", "global::System.Text.Json.JsonElement" }.Any(value =>
                name == $"global::System.Collections.Generic.{dictionary}<string, {value}>"));
    }
}
