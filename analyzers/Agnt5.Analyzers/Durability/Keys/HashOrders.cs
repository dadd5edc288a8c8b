using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Finds sequences in the order of hash codes, which are random in each process.</summary>
internal static class HashOrders
{
    private const int Depth = 8;

    /// <summary>The collection whose order a sequence has, or <see langword="null"/> when its order is known, or nobody knows.</summary>
    public static ITypeSymbol? Of(IOperation sequence)
    {
        var current = Operations.Unwrap(sequence);
        for (var depth = 0; depth < Depth; depth++)
        {
            if (IsOne(current.Type))
                return current.Type;
            var source = current switch
            {
                IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } owner } => owner,
                IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: var name }, Arguments: [var first, ..] } when !name.StartsWith("Order", StringComparison.Ordinal) =>
                    first.Value,
                _ => null,
            };
            if (source is null)
                return null;
            current = Operations.Unwrap(source);
        }

        return null;
    }

    // Other dictionaries and sets keep the order in which they were filled, as long as nothing is removed.
    private static bool IsOne(ITypeSymbol? type) =>
        type is { Name: "ImmutableDictionary" or "ImmutableHashSet" or "FrozenDictionary" or "FrozenSet" or "ConcurrentDictionary" or "Hashtable" }
        && type.ContainingNamespace?.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen" or "System.Collections.Concurrent" or "System.Collections";
}
