using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4024: notes which collections of the process are changed, apart from where they are made.</summary>
internal static class SharedCollections
{
    // GetOrAdd is not here: a cache of computed values gives every replay the same.
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddOrUpdate", "AddRange", "Clear", "Dequeue", "Enqueue", "EnqueueDequeue", "EnqueueRange", "ExceptWith", "Insert", "InsertRange", "IntersectWith",
        "Pop", "Push", "PushRange", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Reverse", "Sort", "SymmetricExceptWith", "Take",
        "TryAdd", "TryDequeue", "TryPop", "TryPopRange", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    };

    /// <summary>Looks at a call that may change the collection.</summary>
    public static void Inspect(IInvocationOperation call, BodyRules rules, CodeUnit unit)
    {
        if (call.Instance is IMemberReferenceOperation { Member.IsStatic: true } collection && Changes.Contains(call.TargetMethod.Name))
            Add(collection.Member, call.TargetMethod.ContainingType, rules, unit);
    }

    /// <summary>Looks at an indexer that is set.</summary>
    public static void Inspect(IPropertyReferenceOperation item, BodyRules rules, CodeUnit unit)
    {
        if (item is { Property.IsIndexer: true, Instance: IMemberReferenceOperation { Member.IsStatic: true } collection })
            Add(collection.Member, item.Property.ContainingType, rules, unit);
    }

    // An immutable collection returns another one.
    private static void Add(ISymbol member, INamedTypeSymbol type, BodyRules rules, CodeUnit unit)
    {
        if (unit.Symbol.MethodKind != MethodKind.StaticConstructor
            && KeptMembers.IsKept(member)
            && type.ContainingNamespace is { Name: "Generic" or "Concurrent" or "ObjectModel" or "Specialized", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } })
            rules.Kept.AddChange(member);
    }
}
