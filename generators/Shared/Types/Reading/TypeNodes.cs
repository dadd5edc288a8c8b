using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>What was read of a compilation's types so far.</summary>
internal sealed class TypeNodes
{
    private readonly ConcurrentDictionary<ITypeSymbol, TypeNode> _nodes = new(SymbolEqualityComparer.IncludeNullability);

    public TypeNode Get(ITypeSymbol type, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (_nodes.TryGetValue(type, out var node))
            return node;
        return _nodes.GetOrAdd(type, TypeReader.Read(type, known, cancellationToken));
    }
}
