using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Types;

/// <summary>The types of durable calls that were read without a finding. A workflow's steps mostly return the same few types.</summary>
internal sealed class PlainTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, byte>[] _perUse =
        [.. Enumerable.Range(0, (int)JsonUse.Both + 1).Select(static _ => new ConcurrentDictionary<ITypeSymbol, byte>(SymbolEqualityComparer.IncludeNullability))];

    public bool Contains(DurableCall call) => _perUse[(int)call.Use].ContainsKey(call.Type);

    public void Add(DurableCall call, TypeExploration exploration)
    {
        if (exploration is { IsIncomplete: false, Problems.Count: 0, Tuples.Count: 0 })
            _perUse[(int)call.Use].TryAdd(call.Type, 0);
    }
}
