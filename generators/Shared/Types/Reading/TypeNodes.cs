using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The types of a compilation that were read so far.</summary>
internal sealed class TypeNodes
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<ITypeSymbol, TypeNode>> _nodes = new(StringComparer.Ordinal);

    /// <summary>Reads a type, or finds the earlier result under the same rules.</summary>
    public TypeNode Get(ITypeSymbol type, JsonScope scope)
    {
        var nodes = _nodes.GetOrAdd(scope.Rules.Context ?? "", static _ => new(SymbolEqualityComparer.IncludeNullability));
        if (nodes.TryGetValue(type, out var node))
            return node;
        Work.Count(WorkKind.TypeRead);
        return nodes.GetOrAdd(type, TypeReader.Read(type, scope));
    }
}
