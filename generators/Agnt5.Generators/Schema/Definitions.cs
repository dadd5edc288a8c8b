using System.Globalization;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>The object types of a schema that occur more than once, with their names in <c>$defs</c>.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(ObjectModel Type, string Name)> _all = [];

    private Definitions()
    {
    }

    /// <summary>The definitions in the order in which the schema comes upon them.</summary>
    public IReadOnlyList<(ObjectModel Type, string Name)> All => _all;

    public static Definitions Of(TypeUse root, IReadOnlyDictionary<string, TypeModel> types)
    {
        var definitions = new Definitions();
        definitions.Visit(root, types, new HashSet<string>(StringComparer.Ordinal));
        return definitions;
    }

    public bool TryGetName(ObjectModel type, out string name) => _names.TryGetValue(type.Key, out name);

    private void Visit(TypeUse use, IReadOnlyDictionary<string, TypeModel> types, HashSet<string> seen)
    {
        switch (types[use.Key])
        {
            case NullableModel nullable:
                Visit(nullable.Underlying, types, seen);
                break;
            case CollectionModel collection:
                Visit(collection.Item, types, seen);
                break;
            case ObjectModel type when !seen.Add(type.Key):
                Define(type);
                break;
            case ObjectModel type:
                foreach (var member in type.Members)
                    Visit(member.Type, types, seen);
                break;
        }
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
