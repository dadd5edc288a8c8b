using Agnt5.Shared;

namespace Agnt5.Generators.Writing;

/// <summary>
/// Decides which models the writers can write. A model is compared with one that has the same values in all properties that the
/// writers respect or may ignore. Any other value, in a present or a future property, makes them differ, and the serializer writes the type.
/// </summary>
internal static class PlainModels
{
    public static bool IsPlain(TypeModel type) => type switch
    {
        ScalarModel scalar => ScalarTypes.Find(scalar.CSharpName) == scalar && scalar.CSharpName != "object",
        EnumModel members => members == new EnumModel
        {
            Key = members.Key,
            CSharpName = members.CSharpName,
            Names = members.Names,
            Numbers = members.Numbers,
            Keys = members.Keys,
            Range = members.Range,
            IsFlags = members.IsFlags,
            NamesZero = members.NamesZero,
            Documentation = members.Documentation,
        },
        NullableModel nullable => nullable == new NullableModel { Key = nullable.Key, CSharpName = nullable.CSharpName, Underlying = nullable.Underlying },
        CollectionModel collection => IsKnown(collection) && collection == new CollectionModel
        {
            Key = collection.Key,
            CSharpName = collection.CSharpName,
            Shape = collection.Shape,
            Item = collection.Item,
            KeyType = collection.KeyType,
            Creation = collection.Creation,
        },
        ObjectModel members => members.Members.All(IsPlain) && members == new ObjectModel
        {
            Key = members.Key,
            CSharpName = members.CSharpName,
            Identifier = members.Identifier,
            SimpleName = members.SimpleName,
            IsValueType = members.IsValueType,
            IsAbstract = members.IsAbstract,
            Construction = members.Construction,
            Members = members.Members,
            Documentation = members.Documentation,
            RefusesUnknownMembers = members.RefusesUnknownMembers,
            PopulatesMembers = members.PopulatesMembers,
        },
        _ => false,
    };

    private static bool IsPlain(MemberModel member) => member.Getter != GetterKind.Accessor && !member.MayBeUnset && member == new MemberModel
    {
        Name = member.Name,
        JsonName = member.JsonName,
        Type = member.Type,
        DeclaringType = member.DeclaringType,
        Getter = member.Getter,
        Setter = member.Setter,
        IsConstructorParameter = member.IsConstructorParameter,
        IsRequired = member.IsRequired,
        Target = member.Target,
        Default = member.Default,
        Limits = member.Limits,
        Order = member.Order,
        IsPopulated = member.IsPopulated,
        IsCompared = member.IsCompared,
        Documentation = member.Documentation,
    };

    private static bool IsKnown(CollectionModel collection) => collection.KeyType?.CSharpName is null or "string" && collection.Shape
        is CollectionShape.Array
        or CollectionShape.List
        or CollectionShape.IList
        or CollectionShape.ICollection
        or CollectionShape.IReadOnlyList
        or CollectionShape.IReadOnlyCollection
        or CollectionShape.IEnumerable
        or CollectionShape.Dictionary
        or CollectionShape.IDictionary
        or CollectionShape.IReadOnlyDictionary;
}
