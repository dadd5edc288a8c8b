using System.Globalization;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>The object types of a schema that occur more than once, with their names in <c>$defs</c>.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(ObjectModel Type, string Name)> _all = [];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, TypeModel> _types;
    private readonly JsonUse _use;

    private Definitions(IReadOnlyDictionary<string, TypeModel> types, JsonUse use)
    {
        _types = types;
        _use = use;
    }

    /// <summary>The definitions in the order in which the schema comes upon them.</summary>
    public IReadOnlyList<(ObjectModel Type, string Name)> All => _all;

    public static Definitions Of(TypeUse root, IReadOnlyDictionary<string, TypeModel> types, JsonUse use)
    {
        var definitions = new Definitions(types, use);
        definitions.Visit(root);
        return definitions;
    }

    public bool TryGetName(ObjectModel type, out string name) => _names.TryGetValue(type.Key, out name);

    private void Visit(TypeUse use)
    {
        switch (_types[use.Key])
        {
            case NullableModel nullable:
                Visit(nullable.Underlying);
                break;
            case CoveredModel covered:
                Visit(covered.Body);
                break;
            case CollectionModel collection:
                Visit(collection.Item);
                break;
            case ObjectModel type when !_seen.Add(type.Key):
                Define(type);
                break;
            case ObjectModel type:
                VisitMembers(type);
                if (type.Polymorphism is { } polymorphism)
                    foreach (var derived in polymorphism.DerivedTypes)
                        VisitMembers((ObjectModel)_types[derived.Type.Key]);
                break;
        }
    }

    private void VisitMembers(ObjectModel type)
    {
        foreach (var member in type.Members)
            if (member.IsIn(_use))
                Visit(member.Type);
    }

    private void Define(ObjectModel type)
    {
        if (_names.ContainsKey(type.Key))
            return;

        var name = type.SimpleName;
        for (var number = 2; _all.Any(other => other.Name == name); number++)
            name = type.SimpleName + number.ToString(CultureInfo.InvariantCulture);
        _names.Add(type.Key, name);
        _all.Add((type, name));
    }
}
