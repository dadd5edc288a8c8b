using System.Collections;
using System.Reflection;

namespace Agnt5.Types.Tests.Values;

/// <summary>Makes collections of types that take a sequence, have a factory for one, or can be added to.</summary>
internal sealed class SeededCollection
{
    private readonly Type _type;
    private readonly Type _itemType;

    private SeededCollection(Type type, Type itemType)
    {
        _type = type;
        _itemType = itemType;
        IsDictionary = itemType.IsGenericType && itemType.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) && !type.IsArray;
    }

    public bool IsDictionary { get; }

    /// <summary>The type of the items, or those of key and value.</summary>
    public Type[] ItemTypes => IsDictionary ? _itemType.GetGenericArguments() : [_itemType];

    public static SeededCollection? Find(Type type)
    {
        if (type.IsArray)
            return new SeededCollection(type, type.GetElementType()!);
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>)))
            return new SeededCollection(type, type.GetGenericArguments()[0]);
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type))
            return null;
        var sequence = new[] { type }.Concat(type.GetInterfaces()).First(static candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return new SeededCollection(type, sequence.GetGenericArguments()[0]);
    }

    public object Create(IEnumerable<object?[]> items)
    {
        var list = IsDictionary ? Dictionary(items) : List(items);
        if (_type.IsInstanceOfType(list))
            return list;
        if (_type.IsArray)
            return list.GetType().GetMethod("ToArray")!.Invoke(list, null)!;
        if (!typeof(IEnumerable).IsAssignableFrom(_type))
            return Activator.CreateInstance(_type, list.GetType().GetMethod("ToArray")!.Invoke(list, null))!;
        return FromFactory(list) ?? FromConstructor(list) ?? Filled(list);
    }

    private IEnumerable List(IEnumerable<object?[]> items)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(_itemType))!;
        foreach (var item in items)
            list.Add(item[0]);
        return list;
    }

    private IEnumerable Dictionary(IEnumerable<object?[]> items)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(ItemTypes))!;
        foreach (var item in items)
            dictionary[item[0]!] = item[1];
        return dictionary;
    }

    // The immutable and frozen ones have a class of the same name with a factory.
    private object? FromFactory(IEnumerable items)
    {
        var name = _type.FullName!.Split('`')[0];
        var plain = _type.IsInterface ? name.Replace(".IImmutable", ".Immutable", StringComparison.Ordinal).Replace("ImmutableSet", "ImmutableHashSet", StringComparison.Ordinal) : name;
        var factory = _type.Assembly.GetType(plain) ?? Type.GetType(plain + ", System.Collections.Immutable");
        return factory?.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name.StartsWith("CreateRange", StringComparison.Ordinal) || method.Name.StartsWith("ToFrozen", StringComparison.Ordinal))
            .Where(method => method.GetGenericArguments().Length == ItemTypes.Length)
            .Select(method => method.MakeGenericMethod(ItemTypes))
            .Where(method => method.GetParameters() is [var first, .. var rest] && first.ParameterType.IsInstanceOfType(items) && rest.All(static parameter => parameter.IsOptional))
            .Select(method => method.Invoke(null, [items, .. method.GetParameters().Skip(1).Select(static _ => (object?)null)]))
            .FirstOrDefault();
    }

    private object? FromConstructor(IEnumerable items)
    {
        if (_type.IsInterface)
            return _type.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(_itemType)) ? Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(_itemType), items) : null;
        return _type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(items))?.Invoke([items]);
    }

    private object Filled(IEnumerable items)
    {
        var collection = Activator.CreateInstance(_type)!;
        Fill(collection, items);
        return collection;
    }

    /// <summary>Replaces the items of a collection. A pushed item is on top of a stack, so for a stack the last item comes first.</summary>
    public static void Fill(object collection, IEnumerable items)
    {
        var type = collection.GetType();
        var add = type.GetMethod("Enqueue") ?? type.GetMethod("Push") ?? type.GetInterfaces()
            .Single(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ICollection<>)).GetMethod("Add")!;
        type.GetMethod("Clear")!.Invoke(collection, null);
        foreach (var item in add.Name == "Push" ? items.Cast<object?>().Reverse() : items.Cast<object?>())
            add.Invoke(collection, [item]);
    }
}
