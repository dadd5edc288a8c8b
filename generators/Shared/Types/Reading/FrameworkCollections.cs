using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>How a collection type of the framework is read and written.</summary>
/// <param name="Creation">See <see cref="CollectionModel.Creation"/>.</param>
/// <param name="IsFillable">Whether an existing collection can be filled, although a new one is built from all items at once.</param>
/// <param name="Hashes">Whether it hashes its items or keys with codes that a caller can foresee, unless it gets a comparer.</param>
internal sealed record FrameworkCollection(CollectionShape Shape, string? Creation = null, bool IsFillable = false, bool Hashes = false)
{
    public bool IsDictionary => Shape >= CollectionShape.Dictionary;
}

/// <summary>The collection types of the framework.</summary>
internal static class FrameworkCollections
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string ObjectModel = "System.Collections.ObjectModel.";

    // Collections that System.Text.Json cannot read, or reads in another order than it writes (stacks), are built from all items at once.
    private static readonly Dictionary<string, Func<string, FrameworkCollection>> ByName = new(StringComparer.Ordinal)
    {
        [Generic + "IEnumerable`1"] = static _ => new(CollectionShape.IEnumerable),
        [Generic + "IReadOnlyCollection`1"] = static _ => new(CollectionShape.IReadOnlyCollection),
        [Generic + "IReadOnlyList`1"] = static _ => new(CollectionShape.IReadOnlyList),
        [Generic + "ICollection`1"] = static _ => new(CollectionShape.ICollection),
        [Generic + "IList`1"] = static _ => new(CollectionShape.IList),
        [Generic + "ISet`1"] = static _ => new(CollectionShape.ISet),
        [Generic + "IReadOnlySet`1"] = static _ => Built("global::System.Linq.Enumerable.ToHashSet(items)"),
        [Generic + "List`1"] = static _ => new(CollectionShape.List),
        [Generic + "HashSet`1"] = Filled,
        [Generic + "SortedSet`1"] = Filled,
        [Generic + "LinkedList`1"] = Filled,
        [Generic + "Queue`1"] = static type => new(CollectionShape.Built, $"static items => new {type}(items)", IsFillable: true),
        [Generic + "Stack`1"] = static type => new(CollectionShape.Built, $"static items => new {type}({Reversed})", IsFillable: true),
        [Concurrent + "ConcurrentQueue`1"] = Constructed,
        [Concurrent + "ConcurrentStack`1"] = static type => Built($"new {type}({Reversed})"),
        [Concurrent + "ConcurrentBag`1"] = Constructed,
        [ObjectModel + "Collection`1"] = Filled,
        [ObjectModel + "ObservableCollection`1"] = Filled,
        [ObjectModel + "ReadOnlyCollection`1"] = static type => Built($"new {type}(global::System.Linq.Enumerable.ToList(items))"),
        [ObjectModel + "ReadOnlySet`1"] = static type => Built($"new {type}(global::System.Linq.Enumerable.ToHashSet(items))"),
        [ObjectModel + "ReadOnlyObservableCollection`1"] = static type => Built($"new {type}(new global::{ObjectModel}ObservableCollection{Arguments(type)}(items))"),
        ["System.ArraySegment`1"] = static type => Built($"new {type}(global::System.Linq.Enumerable.ToArray(items))"),
        [Immutable + "ImmutableArray`1"] = static _ => Immutables("ImmutableArray"),
        [Immutable + "ImmutableList`1"] = static _ => Immutables("ImmutableList"),
        [Immutable + "IImmutableList`1"] = static _ => Immutables("ImmutableList"),
        [Immutable + "ImmutableHashSet`1"] = static _ => Immutables("ImmutableHashSet"),
        [Immutable + "IImmutableSet`1"] = static _ => Immutables("ImmutableHashSet"),
        [Immutable + "ImmutableSortedSet`1"] = static _ => Immutables("ImmutableSortedSet"),
        [Immutable + "ImmutableQueue`1"] = static _ => Immutables("ImmutableQueue"),
        [Immutable + "IImmutableQueue`1"] = static _ => Immutables("ImmutableQueue"),
        [Immutable + "ImmutableStack`1"] = static _ => Immutables("ImmutableStack", Reversed),
        [Immutable + "IImmutableStack`1"] = static _ => Immutables("ImmutableStack", Reversed),
        [Frozen + "FrozenSet`1"] = static _ => Built("global::System.Collections.Frozen.FrozenSet.ToFrozenSet(items)"),
        ["System.Memory`1"] = static _ => new(CollectionShape.Memory),
        ["System.ReadOnlyMemory`1"] = static _ => new(CollectionShape.ReadOnlyMemory),

        [Generic + "Dictionary`2"] = static _ => new(CollectionShape.Dictionary),
        [Generic + "IDictionary`2"] = static _ => new(CollectionShape.IDictionary),
        [Generic + "IReadOnlyDictionary`2"] = static _ => new(CollectionShape.IReadOnlyDictionary),
        [Generic + "SortedDictionary`2"] = FilledDictionary,

        // Adding items in another order than the collection's moves its items each time.
        [Generic + "SortedList`2"] = static type => new(
            CollectionShape.BuiltDictionary, $"static items => new {type}(new global::System.Collections.Generic.Dictionary{Arguments(type)}(items))", IsFillable: true),
        [Generic + "OrderedDictionary`2"] = FilledDictionary,
        [Concurrent + "ConcurrentDictionary`2"] = FilledDictionary,
        [ObjectModel + "ReadOnlyDictionary`2"] = static type => BuiltDictionary($"new {type}(new global::System.Collections.Generic.Dictionary{Arguments(type)}(items))"),
        [Immutable + "ImmutableDictionary`2"] = static _ => ImmutableDictionaries("ImmutableDictionary"),
        [Immutable + "IImmutableDictionary`2"] = static _ => ImmutableDictionaries("ImmutableDictionary"),
        [Immutable + "ImmutableSortedDictionary`2"] = static _ => ImmutableDictionaries("ImmutableSortedDictionary"),
        [Frozen + "FrozenDictionary`2"] = static _ => BuiltDictionary("global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(items)"),
    };

    private const string Reversed = "global::System.Linq.Enumerable.Reverse(items)";

    /// <summary>Finds how a type is read and written, or returns <see langword="null"/> when it is not a supported collection of the framework.</summary>
    public static FrameworkCollection? Find(INamedTypeSymbol type) =>
        type.IsGenericType && type.ContainingType is null ? Find(type, $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}") : null;

    private static FrameworkCollection? Find(INamedTypeSymbol type, string name) =>
        HashedCollections.Find(type, name) ?? (ByName.TryGetValue(name, out var create) ? create(TypeNames.CSharp(type)) : null);

    /// <summary>Whether an existing collection of the type can be filled, although a new one is built from all items at once.</summary>
    public static bool CanBeFilled(INamedTypeSymbol type) => Find(type) is { IsFillable: true };

    public static bool IsOfFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" } && type.Locations.All(static location => location.IsInMetadata);
    }

    private static FrameworkCollection Filled(string type) => new(CollectionShape.Filled, $"static () => new {type}()");

    private static FrameworkCollection FilledDictionary(string type) => new(CollectionShape.FilledDictionary, $"static () => new {type}()");

    private static FrameworkCollection Constructed(string type) => Built($"new {type}(items)");

    private static FrameworkCollection Built(string items) => new(CollectionShape.Built, "static items => " + items);

    private static FrameworkCollection BuiltDictionary(string entries) => new(CollectionShape.BuiltDictionary, "static items => " + entries);

    private static FrameworkCollection Immutables(string factory, string items = "items") =>
        Built($"global::System.Collections.Immutable.{factory}.CreateRange({items})");

    private static FrameworkCollection ImmutableDictionaries(string factory) =>
        BuiltDictionary($"global::System.Collections.Immutable.{factory}.CreateRange(items)");

    private static string Arguments(string type) => type.Substring(type.IndexOf('<'));
}
