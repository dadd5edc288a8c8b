using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>
/// Writes the comparers of the collections that hash what a caller chooses. A record's own hash code combines those of its members, which a caller can foresee, so such a type has a comparer
/// that hashes its members.
/// </summary>
internal sealed class KeysEmitter
{
    private const string Class = "Keys";

    private readonly Dictionary<string, TypeModel> _types;
    private readonly Dictionary<string, ObjectModel> _compared = new(StringComparer.Ordinal);
    private readonly Queue<ObjectModel> _unwritten = new();
    private readonly HashSet<string> _handlesNumbers;
    private readonly HashSet<string> _populated;

    public KeysEmitter(EquatableArray<TypeModel> types)
    {
        _types = types.ToDictionary(static type => type.CSharpName, StringComparer.Ordinal);
        _handlesNumbers = TypesOfMembers(types, static (type, member) => (member.NumberHandling ?? type.NumberHandling) is not null);
        _populated = TypesOfMembers(types, static (_, member) => member.IsPopulated);
    }

    /// <summary>The comparer of the items or keys that a collection hashes.</summary>
    public string Comparer(TypeUse hashed) => Find(hashed) switch
    {
        NullableModel nullable => $"{GeneratedKeys}.Nullable({Comparer(nullable.Underlying)})",
        ObjectModel type when HasMembers(type) => Member(type),
        _ => $"{GeneratedKeys}.Of<{hashed.CSharpName}>()",
    };

    /// <summary>Whether a member reads the collection's numbers from texts, or writes them so. The serializer tells that to metadata of its own only.</summary>
    public bool HandlesNumbers(CollectionModel collection) => _handlesNumbers.Contains(collection.CSharpName);

    /// <summary>Whether a member's existing value is filled by the serializer, which needs metadata of its own for that.</summary>
    public bool IsPopulated(CollectionModel collection) => _populated.Contains(collection.CSharpName);

    /// <summary>Writes the comparers that the expressions so far name.</summary>
    public void Write(SourceWriter source)
    {
        if (_compared.Count == 0)
            return;

        source.Line();
        source.Open($"private static class {Class}");
        while (_unwritten.Count > 0)
            Write(_unwritten.Dequeue(), source);
        source.Close();
    }

    private static HashSet<string> TypesOfMembers(EquatableArray<TypeModel> types, Func<ObjectModel, MemberModel, bool> isMeant) => new(
        types.OfType<ObjectModel>().SelectMany(type => type.Members.Where(member => isMeant(type, member)).Select(static member => member.Type.CSharpName)), StringComparer.Ordinal);

    private void Write(ObjectModel type, SourceWriter source)
    {
        source.Line($"internal static readonly {KeyComparer}<{type.CSharpName}> {type.Identifier} = {GeneratedKeys}.Members<{type.CSharpName}>(");
        string[] members =
        [
            .. type.Members.Where(static member => member.IsCompared).Select(member => Hash(Value(type, member), member.Type)),
            .. Subtypes(type).Select(derived => $"value is {derived.CSharpName} derived ? {Member(derived)}.Hash(derived) : 0"),
        ];
        for (var i = 0; i < members.Length; i++)
            source.Line($"    static value => {members[i]}{(i < members.Length - 1 ? "," : ");")}");
    }

    private string Hash(string value, TypeUse type) => Find(type) switch
    {
        NullableModel nullable => $"{value} is {{ }} given ? {Hash("given", nullable.Underlying)} : 0",
        ObjectModel members when HasMembers(members) => $"{Member(members)}.Hash({value})",
        _ => $"{GeneratedKeys}.Hash({value})",
    };

    private string Member(ObjectModel type)
    {
        if (!_compared.ContainsKey(type.CSharpName))
        {
            _compared.Add(type.CSharpName, type);
            _unwritten.Enqueue(type);
        }

        return $"{Class}.{type.Identifier}";
    }

    private TypeModel? Find(TypeUse type) => _types.TryGetValue(type.CSharpName, out var found) ? found : null;

    private static string Value(ObjectModel type, MemberModel member) =>
        type.IsValueType ? $"value.{CSharpText.Identifier(member.Name)}" : $"(({member.DeclaringType})value).{CSharpText.Identifier(member.Name)}";

    private bool HasMembers(ObjectModel type) => type.Members.Any(static member => member.IsCompared) || Subtypes(type).Any();

    private IEnumerable<ObjectModel> Subtypes(ObjectModel type) =>
        type.Polymorphism?.DerivedTypes
            .Select(derived => Find(derived.Type))
            .OfType<ObjectModel>()
            .Where(derived => derived.CSharpName != type.CSharpName && derived.Members.Any(static member => member.IsCompared)) ?? [];
}
