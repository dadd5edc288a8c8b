using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads an enum.</summary>
internal static class EnumReader
{
    public static TypeNode Read(INamedTypeSymbol type, JsonScope scope)
    {
        var model = Model(type, scope, scope.Rules.NamesEnums) with { Key = scope.Key(type), Metadata = scope.Metadata };
        return FindBadName(type, scope, model) is { } problem
            ? new() { Problems = [problem] }
            : new() { Model = model, Advice = [.. ConverterAdvice.Of(type, type.Name, type, scope)] };
    }

    // The names for which the converter would throw when it is first used.
    private static NodeProblem? FindBadName(INamedTypeSymbol type, JsonScope scope, EnumModel model)
    {
        if (model.Names is null)
            return null;

        if (scope.Rules.Context is null && WhyNotNamed(type) is { } empty)
            return new(RuleIds.UnsupportedType, "", empty);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in EnumNames.Members(type))
        {
            var name = EnumNames.JsonName(member, scope.Known);
            if (!taken.Add(name))
                return new(RuleIds.DuplicateJsonName, "", $"has several members named '{name}' in JSON: give each a different name with [JsonStringEnumMemberName]");
            if (name.Trim() != name || name.Length == 0 || (model.IsFlags && name.Contains(',')))
                return new(RuleIds.UnsupportedType, "." + member.Name,
                    $"is named '{name}' in JSON, and a name must not be empty, begin or end with white space, or in flags hold a comma: change its [JsonStringEnumMemberName]");
        }

        return null;
    }

    /// <summary>Why the values of an enum cannot be names, or <see langword="null"/>.</summary>
    public static string? WhyNotNamed(INamedTypeSymbol type) => EnumNames.Members(type).Any() ? null
        : $"declares no values, and JSON has the names of values: declare some, or write numbers with [JsonConverter(typeof(JsonNumberEnumConverter<{TypeNames.Shown(type)}>))]";

    /// <summary>The model of an enum, as names or as numbers.</summary>
    public static EnumModel Model(INamedTypeSymbol type, JsonScope scope, bool asNames)
    {
        var members = EnumNames.Members(type).ToArray();
        var isFlags = EnumNames.IsFlags(type);
        var names = members.Select(member => EnumNames.JsonName(member, scope.Known)).Distinct(StringComparer.Ordinal).ToEquatableArray();
        // A context's converter takes any number, and so do flags and an enum that only names a type of numbers.
        var takesAny = !asNames && (isFlags || members.Length == 0 || scope.Rules.Context is not null);
        return new()
        {
            Key = scope.Key(type),
            CSharpName = TypeNames.CSharp(type),
            Names = asNames ? names : null,
            Keys = takesAny ? null : names,
            Range = ScalarTypes.Find(TypeNames.CSharp(type.EnumUnderlyingType!))!.Range!,
            Numbers = asNames || takesAny ? null : members.Select(EnumNames.Number).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            IsFlags = isFlags,
            // Only the SDK's metadata writes an empty text for zero.
            NamesZero = scope.Rules.Context is not null || members.Any(static member => EnumNames.Number(member) == "0"),
            Documentation = DocumentationReader.Of(type, scope.Known, scope.CancellationToken),
        };
    }
}
