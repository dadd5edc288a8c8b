using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads an enum.</summary>
internal static class EnumReader
{
    public static TypeNode Read(INamedTypeSymbol type, JsonScope scope) => TypeNode.Of(Model(type, scope, scope.Rules.NamesEnums) with
    {
        Key = scope.Key(type),
        Metadata = scope.Metadata,
    });

    /// <summary>The model of an enum, as names or as numbers.</summary>
    public static EnumModel Model(INamedTypeSymbol type, JsonScope scope, bool asNames)
    {
        var members = EnumNames.Members(type).ToArray();
        return new()
        {
            Key = scope.Key(type),
            CSharpName = TypeNames.CSharp(type),
            Names = asNames ? members.Select(member => EnumNames.JsonName(member, scope.Known)).Distinct(StringComparer.Ordinal).ToEquatableArray() : null,
            Range = ScalarTypes.Find(TypeNames.CSharp(type.EnumUnderlyingType!))!.Range!,
            IsFlags = type.GetAttributes().Any(static data => data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }),
            NamesZero = members.Any(static member => Convert.ToDecimal(member.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) == 0),
            Documentation = DocumentationReader.Of(type, scope.Known, scope.CancellationToken),
        };
    }
}
