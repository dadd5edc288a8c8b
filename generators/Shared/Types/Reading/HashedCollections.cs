using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// The collections of the framework that hash their items or keys, with a comparer: the hash codes of most types are the same in every process, so a caller could choose values that collide. A text's
/// hash code is random, so a collection of texts needs none. Where the order of a collection follows its hash codes, it keeps .NET's, because a workflow may loop over it and be replayed in another
/// process. Its items or keys are checked first.
/// </summary>
internal static class HashedCollections
{
    private const string Keys = CollectionModel.Keys;
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string CheckedItems = $"global::Agnt5.Generated.GeneratedKeys.Checked(items, {Keys})";
    private const string CheckedEntries = "global::Agnt5.Generated.GeneratedKeys.Checked(items)";
    private const string ToHashSet = $"global::System.Linq.Enumerable.ToHashSet(items, {Keys})";

    private static readonly Dictionary<string, Func<string, FrameworkCollection>> ByName = new(StringComparer.Ordinal)
    {
        [Generic + "HashSet`1"] = static type => new(CollectionShape.Filled, $"static () => new {type}({Keys})"),
        [Generic + "ISet`1"] = static _ => new(CollectionShape.ISet),
        [Generic + "IReadOnlySet`1"] = static _ => Built(ToHashSet),
        [ObjectModel + "ReadOnlySet`1"] = static type => Built($"new {type}({ToHashSet})"),
        [Immutable + "ImmutableHashSet`1"] = static _ => Built($"global::{Immutable}ImmutableHashSet.CreateRange({CheckedItems})"),
        [Immutable + "IImmutableSet`1"] = static _ => Built($"global::{Immutable}ImmutableHashSet.CreateRange({CheckedItems})"),
        [Frozen + "FrozenSet`1"] = static _ => Built($"global::{Frozen}FrozenSet.ToFrozenSet({CheckedItems})"),

        [Generic + "Dictionary`2"] = static _ => new(CollectionShape.Dictionary),
        [Generic + "IDictionary`2"] = static _ => new(CollectionShape.IDictionary),
        [Generic + "IReadOnlyDictionary`2"] = static _ => new(CollectionShape.IReadOnlyDictionary),
        [Generic + "OrderedDictionary`2"] = FilledDictionary,
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = static _ => new(CollectionShape.ConcurrentDictionary),
        [ObjectModel + "ReadOnlyDictionary`2"] = static type => BuiltDictionary($"new {type}(items)"),
        [Immutable + "ImmutableDictionary`2"] = static _ => BuiltDictionary($"global::{Immutable}ImmutableDictionary.CreateRange({CheckedEntries})"),
        [Immutable + "IImmutableDictionary`2"] = static _ => BuiltDictionary($"global::{Immutable}ImmutableDictionary.CreateRange({CheckedEntries})"),
        [Frozen + "FrozenDictionary`2"] = static _ => BuiltDictionary($"global::{Frozen}FrozenDictionary.ToFrozenDictionary({CheckedEntries})"),

        // They hash nothing themselves, but the entries are collected in a dictionary first.
        [Generic + "SortedList`2"] = static type => BuiltDictionary($"new {type}(items)") with { IsFillable = true },
        [Immutable + "ImmutableSortedDictionary`2"] = static _ => BuiltDictionary($"global::{Immutable}ImmutableSortedDictionary.CreateRange(items)"),
    };

    /// <summary>Finds how such a collection is read and written, or returns <see langword="null"/> when the type needs no comparer.</summary>
    public static FrameworkCollection? Find(INamedTypeSymbol type, string name) =>
        type.TypeArguments[0].SpecialType != SpecialType.System_String && ByName.TryGetValue(name, out var create)
            ? create(TypeNames.CSharp(type)) with { Hashes = true }
            : null;

    private static FrameworkCollection Built(string items) => new(CollectionShape.Built, "static items => " + items);

    private static FrameworkCollection FilledDictionary(string type) => new(CollectionShape.FilledDictionary, $"static () => new {type}({Keys})");

    private static FrameworkCollection BuiltDictionary(string entries) => new(CollectionShape.BuiltDictionary, "static items => " + entries);
}
