using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads a class, record, struct or interface.</summary>
internal static class ObjectReader
{
    public static TypeNode Read(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellationToken)
    {
        var problems = new List<NodeProblem>();
        if (JsonAttributes.FindUnsupported(type, known) is { } attribute)
            problems.Add(new(RuleIds.UnsupportedType, "", JsonAttributes.Explain(attribute)));

        var properties = PropertyReader.Find(type, known, problems);
        var constructor = ConstructorReader.Read(type, properties, known, problems);
        var members = properties
            .Where(static property => !property.IsIgnored)
            .Select(property => MemberReader.Read(property, constructor, known, problems, cancellationToken))
            .ToArray();
        FindDuplicateNames(members, problems);

        var csharpName = TypeNames.CSharp(type);
        return new TypeNode
        {
            Problems = problems,
            Edges = properties
                .Where(static property => !property.IsIgnored)
                .Select(static property => new TypeEdge(property.Symbol.Type, "." + property.Symbol.Name))
                .ToArray(),
            Model = new ObjectModel
            {
                Key = TypeNames.Key(type),
                CSharpName = csharpName,
                Identifier = TypeNames.Identifier(csharpName),
                SimpleName = TypeNames.Simple(type),
                IsValueType = type.IsValueType,
                Construction = constructor?.Model,
                Members = members.ToEquatableArray(),
                Documentation = DocumentationReader.Of(type, known, cancellationToken),
            },
        };
    }

    private static void FindDuplicateNames(MemberModel[] members, List<NodeProblem> problems)
    {
        foreach (var same in members.GroupBy(static member => member.JsonName, StringComparer.Ordinal).Where(static same => same.Count() > 1))
        {
            var names = string.Join(" and ", same.Select(static member => $"'{member.Name}'"));
            problems.Add(new(RuleIds.DuplicateJsonName, "", $"has members {names}, which are all '{same.Key}' in JSON: rename them with [JsonPropertyName], or leave one out with [JsonIgnore]"));
        }
    }
}
