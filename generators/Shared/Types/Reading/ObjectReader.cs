using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads a class, record, struct, tuple or interface.</summary>
internal static class ObjectReader
{
    public static TypeNode Read(INamedTypeSymbol type, JsonScope scope)
    {
        var problems = new List<NodeProblem>();
        var edges = new List<TypeEdge>();
        var polymorphism = PolymorphismReader.Read(type, scope, problems, edges);
        var declared = JsonMembers.Find(type, scope);
        var constructor = type.IsTupleType ? Tuple() : ConstructorReader.Read(type, declared, polymorphism, scope, problems);
        var state = constructor is { Symbol: { } symbol } ? new ObjectState(type, declared, symbol, member => MemberReader.IsReadBack(member, constructor, scope), scope) : null;
        var read = declared
            .Where(static member => !member.IsIgnored)
            .Select(member => MemberReader.Read(member, constructor, state, scope, problems))
            .OrderBy(static member => member.Model.Order)
            .ToArray();
        var members = read.Select(static member => member.Model).ToArray();
        FindDuplicateNames(members, polymorphism, problems);
        if (Accessors.HidesTypeParameter(type) && (constructor?.Model.Target is not null || members.Any(static member => member.Target is not null)))
            problems.Add(new(RuleIds.UnsupportedType, "", "has a type parameter with the same name as one of the type around it, and generated code cannot tell them apart: rename it"));
        edges.InsertRange(0, read.Select(static member => member.Edge).OfType<TypeEdge>());

        if (JsonAttributes.Populates(type, scope.Known) == true && constructor is { Model.Parameters.Count: > 0 })
            problems.Add(
                new(RuleIds.UnsupportedType, "",
                "fills its members by its [JsonObjectCreationHandling], and the constructor that reads it has parameters, which System.Text.Json does not combine: remove one of them", JsonUse.Read));
        var csharpName = TypeNames.CSharp(type);
        return new TypeNode
        {
            Problems = problems,
            Edges = edges,
            Advice = read.SelectMany(static member => member.Advice).ToArray(),
            Converted = read.Select(static member => member.Converted).OfType<TypeModel>().ToArray(),
            Model = new ObjectModel
            {
                Key = scope.Key(type),
                CSharpName = csharpName,
                Metadata = scope.Metadata,
                Identifier = TypeNames.Identifier(csharpName),
                SimpleName = TypeNames.Simple(type),
                IsValueType = type.IsValueType,
                IsAbstract = type.IsAbstract,
                Construction = constructor?.Model,
                Members = members.ToEquatableArray(),
                Documentation = DocumentationReader.Of(type, scope.Known, scope.CancellationToken),
                Polymorphism = polymorphism,
                NumberHandling = JsonAttributes.NumberHandlingOf(type, scope.Known) ?? scope.Rules.NumberHandling,
                RefusesUnknownMembers = JsonAttributes.RefusesUnknownMembers(type, scope.Known) ?? scope.Rules.RefusesUnknownMembers,
                PopulatesMembers = JsonAttributes.Populates(type, scope.Known) == true,
            },
        };
    }

    // Its elements are fields that are set one by one.
    private static JsonConstructor Tuple() => new(
        new() { Kind = ConstructionKind.Default, Parameters = default },
        new Dictionary<ISymbol, IParameterSymbol>(SymbolEqualityComparer.Default))
    {
        SetsRequiredMembers = false,
    };

    private static void FindDuplicateNames(MemberModel[] members, PolymorphismModel? polymorphism, List<NodeProblem> problems)
    {
        foreach (var same in members.Where(static member => !member.IsExtensionData).GroupBy(static member => member.JsonName, StringComparer.Ordinal))
        {
            var names = string.Join(" and ", same.Select(static member => $"'{member.Name}'"));
            if (same.Count() > 1)
                problems.Add(new(RuleIds.DuplicateJsonName, "", $"has members {names}, which are all '{same.Key}' in JSON: rename them with [JsonPropertyName], or leave one out with [JsonIgnore]"));
            else if (same.Key == polymorphism?.Discriminator)
                problems.Add(new(RuleIds.DuplicateJsonName, "", $"has member {names}, which is '{same.Key}' in JSON as the type discriminator is: rename one of them"));
        }

        if (members.Count(static member => member.IsExtensionData) > 1)
            problems.Add(new(RuleIds.DuplicateJsonName, "", "has several members with [JsonExtensionData]: keep one"));
        foreach (var member in members)
            if (member is { IsExtensionData: true, IsConstructorParameter: true })
                problems.Add(new(RuleIds.NotReadable, "." + member.Name, "is [JsonExtensionData] and a constructor parameter, which cannot be read: give it a setter instead", JsonUse.Read));
    }
}
