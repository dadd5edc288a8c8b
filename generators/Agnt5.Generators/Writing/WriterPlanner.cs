using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Writing;

/// <summary>
/// Plans which objects have writers: those that are written, are plain, and contain no value of their own type at any depth. The serializer writes a type
/// that may contain itself, and limits the depth.
/// </summary>
internal sealed class WriterPlanner
{
    private readonly IReadOnlyDictionary<string, TypeModel> _types;
    private readonly Dictionary<string, Writing> _known = new(StringComparer.Ordinal);
    private readonly List<WriterModel> _objects = [];

    private WriterPlanner(IEnumerable<TypeModel> types) => _types = types.ToDictionary(static type => type.CSharpName, StringComparer.Ordinal);

    /// <param name="types">The types of the assembly, one model for each.</param>
    /// <param name="written">The types of outputs, step results and events.</param>
    public static WriterPlan Plan(EquatableArray<TypeModel> types, IEnumerable<TypeUse> written)
    {
        var planner = new WriterPlanner(types);
        var collections = new List<CollectionWriterModel>();
        foreach (var name in written.Select(static use => use.CSharpName).Distinct().OrderBy(static name => name, StringComparer.Ordinal))
            if (planner.ValueOf(name) is WrittenItems { Item: var item } && IsSelfContained(item))
                collections.Add(new(name, item));
        return new(planner._objects.OrderBy(static writer => writer.CSharpName, StringComparer.Ordinal).ToEquatableArray(), collections.ToEquatableArray());
    }

    private WrittenValue ValueOf(string name) => !_types.TryGetValue(name, out var type) || !PlainModels.IsPlain(type)
        ? new WrittenByMetadata(name)
        : type switch
        {
            ScalarModel when FormOf(name) is { } form => new WrittenScalar(form),
            ScalarModel or EnumModel => new WrittenByConverter(name),
            NullableModel nullable when ValueOf(nullable.Underlying.CSharpName) is WrittenScalar or WrittenByConverter => new WrittenByConverter(name),
            CollectionModel collection when ValueOf(collection.Item.CSharpName) is var item and not WrittenByMetadata => new WrittenItems(item, collection.IsDictionary),
            ObjectModel members when Visit(members) == Writing.Direct => new WrittenObject(members.Identifier),
            _ => new WrittenByMetadata(name),
        };

    private Writing Visit(ObjectModel type)
    {
        if (_known.TryGetValue(type.CSharpName, out var known))
            return known;

        // Code that meets the type before this is decided is inside it.
        _known[type.CSharpName] = Writing.Cyclic;
        var written = type.Members.Where(static member => member.IsWritten).Select(member => (Member: member, Value: MemberValueOf(member))).ToArray();
        if (type.Members.Any(member => HoldsCycle(member.Type.CSharpName)))
            return Writing.Cyclic;

        _objects.Add(new(
            type.CSharpName,
            type.Identifier,
            type.SimpleName,
            type.IsValueType,
            written.Select(part => WrittenMemberOf(type, part.Member, part.Value)).ToEquatableArray()));
        return _known[type.CSharpName] = Writing.Direct;
    }

    private bool HoldsCycle(string name) => _types.TryGetValue(name, out var type) && type switch
    {
        NullableModel nullable => HoldsCycle(nullable.Underlying.CSharpName),
        CollectionModel collection => HoldsCycle(collection.Item.CSharpName),
        ObjectModel members => PlainModels.IsPlain(members) && _known.TryGetValue(members.CSharpName, out var known) && known == Writing.Cyclic,
        _ => false,
    };

    private WrittenValue MemberValueOf(MemberModel member) =>
        _types.TryGetValue(member.Type.CSharpName, out var type)
        && type is NullableModel nullable
        && PlainModels.IsPlain(nullable)
        && FormOf(nullable.Underlying.CSharpName) is { } form
            ? new WrittenNullable(form)
            : ValueOf(member.Type.CSharpName);

    private static WrittenMember WrittenMemberOf(ObjectModel type, MemberModel member, WrittenValue value) => new(
        member.Name,
        member.JsonName,
        member.DeclaringType == type.CSharpName ? null : member.DeclaringType,
        MustNotBeNull: !member.Type.IsNullable && value is not WrittenScalar { Form: not "String" },
        value);

    // The methods of the JSON writer that write the same as the type's converter.
    private static string? FormOf(string name) => name switch
    {
        "string" or "global::System.Guid" or "global::System.DateTime" or "global::System.DateTimeOffset" => "String",
        "bool" => "Boolean",
        "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "float" or "double" or "decimal" => "Number",
        _ => null,
    };

    private static bool IsSelfContained(WrittenValue value) => value switch
    {
        WrittenItems items => IsSelfContained(items.Item),
        _ => value is WrittenScalar or WrittenObject,
    };

    private enum Writing
    {
        Direct,
        Cyclic,
    }
}
