using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads an enum.</summary>
internal static class EnumReader
{
    public static TypeNode Read(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellationToken)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.IsConst).ToArray();
        if (JsonAttributes.FindUnsupported(type, known) is { } attribute)
            return TypeNode.Refused(RuleIds.UnsupportedType, JsonAttributes.Explain(attribute));
        if (members.Select(member => JsonAttributes.FindUnsupported(member, known)).FirstOrDefault(static found => found is not null) is { } onMember)
            return TypeNode.Refused(RuleIds.UnsupportedType, JsonAttributes.Explain(onMember));

        return TypeNode.Of(new EnumModel
        {
            Key = TypeNames.Key(type),
            CSharpName = TypeNames.CSharp(type),
            Names = members.Select(static member => member.Name).ToEquatableArray(),
            IsFlags = type.GetAttributes().Any(static data => data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }),
            Documentation = DocumentationReader.Of(type, known, cancellationToken),
        });
    }
}
