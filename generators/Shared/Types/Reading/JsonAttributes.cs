using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>System.Text.Json's attributes on types and members.</summary>
internal static class JsonAttributes
{
    /// <summary>The directions in which <c>[JsonIgnore]</c> lets a member cross the wire.</summary>
    public static (bool Reads, bool Writes) Directions(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonIgnoreAttribute) is not { } data ? (true, true)
        : IgnoreConditionOf(data) switch
        {
            null or JsonIgnoreCondition.Always => (false, false),
            JsonIgnoreCondition.WhenWriting => (true, false),
            JsonIgnoreCondition.WhenReading => (false, true),
            _ => (true, true),
        };

    /// <summary>Whether <c>[JsonIgnore]</c> says that a member is never left out.</summary>
    public static bool IsNeverIgnored(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonIgnoreAttribute) is { } data && IgnoreConditionOf(data) == JsonIgnoreCondition.Never;

    /// <summary>Whether <c>[JsonIgnore]</c> leaves a member out when it is <see langword="null"/>.</summary>
    public static bool IsIgnoredWhenNull(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonIgnoreAttribute) is { } data && IgnoreConditionOf(data) == JsonIgnoreCondition.WhenWritingNull;

    /// <summary>The conditions under which a member is not written.</summary>
    public static IgnoreCondition ConditionOf(ISymbol member, JsonScope scope) =>
        Find(member, scope.Known.JsonIgnoreAttribute) is not { } data ? scope.Rules.Ignore
        : IgnoreConditionOf(data) switch
        {
            JsonIgnoreCondition.WhenWritingDefault => IgnoreCondition.WhenWritingDefault,
            JsonIgnoreCondition.WhenWritingNull => IgnoreCondition.WhenWritingNull,
            _ => IgnoreCondition.Never,
        };

    public static bool IsIncluded(ISymbol member, KnownSymbols known) => Find(member, known.JsonIncludeAttribute) is not null;

    public static bool IsRequired(ISymbol member, KnownSymbols known) => Find(member, known.JsonRequiredAttribute) is not null;

    public static bool IsExtensionData(ISymbol member, KnownSymbols known) => Find(member, known.JsonExtensionDataAttribute) is not null;

    public static bool IsConstructor(IMethodSymbol constructor, KnownSymbols known) => Find(constructor, known.JsonConstructorAttribute) is not null;

    /// <summary>The name that <c>[JsonPropertyName]</c> gives.</summary>
    public static string? NameOf(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonPropertyNameAttribute)?.ConstructorArguments is [{ Value: string name }] ? name : null;

    /// <summary>The name that <c>[JsonStringEnumMemberName]</c> gives.</summary>
    public static string? EnumNameOf(ISymbol member, KnownSymbols known) =>
        Find(member, known.JsonStringEnumMemberNameAttribute)?.ConstructorArguments is [{ Value: string name }] ? name : null;

    public static int OrderOf(ISymbol member, KnownSymbols known) => NumberOf(member, known.JsonPropertyOrderAttribute) ?? 0;

    /// <summary>The value of <c>[JsonNumberHandling]</c>.</summary>
    public static int? NumberHandlingOf(ISymbol symbol, KnownSymbols known) => NumberOf(symbol, known.JsonNumberHandlingAttribute);

    /// <summary>Whether <c>[JsonUnmappedMemberHandling]</c> refuses members that a type does not have; <see langword="null"/> when it does not say.</summary>
    public static bool? RefusesUnknownMembers(ISymbol type, KnownSymbols known) =>
        NumberOf(type, known.JsonUnmappedMemberHandlingAttribute) is { } value ? value == 1 : null;

    /// <summary>Whether <c>[JsonObjectCreationHandling]</c> fills a member's value rather than replacing it; <see langword="null"/> when it does not say.</summary>
    public static bool? Populates(ISymbol symbol, KnownSymbols known) =>
        NumberOf(symbol, known.JsonObjectCreationHandlingAttribute) is { } value ? value == 1 : null;

    /// <summary>The derived types that a type declares: each with its discriminator, or without one.</summary>
    public static IEnumerable<(ITypeSymbol Type, object? Discriminator)> DerivedTypes(ISymbol type, KnownSymbols known) =>
        type.GetAttributes()
            .Where(data => Is(data, known.JsonDerivedTypeAttribute) && data.ConstructorArguments is [{ Value: ITypeSymbol }, ..])
            .Select(static data => ((ITypeSymbol)data.ConstructorArguments[0].Value!, data.ConstructorArguments.Length > 1 ? data.ConstructorArguments[1].Value : null));

    public static AttributeData? PolymorphicOf(ISymbol type, KnownSymbols known) => Find(type, known.JsonPolymorphicAttribute);

    /// <summary>A <c>[JsonConverter]</c>, or an attribute derived from it.</summary>
    public static AttributeData? ConverterOf(ISymbol symbol, KnownSymbols known) =>
        symbol.GetAttributes().FirstOrDefault(data => IsOrDerives(data.AttributeClass, known.JsonConverterAttribute));

    public static T? Named<T>(AttributeData? data, string name)
        where T : struct =>
        data?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as T?;

    private static JsonIgnoreCondition? IgnoreConditionOf(AttributeData data) => (JsonIgnoreCondition?)Named<int>(data, "Condition");

    private static int? NumberOf(ISymbol symbol, INamedTypeSymbol? attribute) =>
        Find(symbol, attribute)?.ConstructorArguments is [{ Value: int number }] ? number : null;

    private static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute) => symbol.GetAttributes().FirstOrDefault(data => Is(data, attribute));

    private static bool Is(AttributeData data, INamedTypeSymbol? attribute) =>
        attribute is not null && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute);

    private static bool IsOrDerives(INamedTypeSymbol? type, INamedTypeSymbol? from)
    {
        for (var current = type; current is not null && from is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, from))
                return true;
        return false;
    }

    // System.Text.Json's enum, with the values that later versions have.
    private enum JsonIgnoreCondition
    {
        Never = 0,
        Always = 1,
        WhenWritingDefault = 2,
        WhenWritingNull = 3,
        WhenWriting = 4,
        WhenReading = 5,
    }
}
