namespace Agnt5.Shared;

/// <summary>
/// The names of an assembly's tuples in JSON. Two tuples that differ only in the names of their elements are one type at run time, with one
/// metadata, so the first names count for the whole assembly.
/// </summary>
internal sealed class TupleNames
{
    private readonly Dictionary<string, WireTuple> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes the names of the tuples of one component or call.</summary>
    /// <returns>The tuples with other names than an earlier tuple, each with that tuple. If there are any, no names were taken.</returns>
    public IReadOnlyList<(WireTuple Tuple, WireTuple First)> Take(IEnumerable<WireTuple> tuples)
    {
        var added = new List<WireTuple>();
        var clashes = new List<(WireTuple, WireTuple)>();
        foreach (var tuple in tuples)
        {
            if (!_taken.TryGetValue(tuple.CSharpName, out var first))
            {
                _taken.Add(tuple.CSharpName, tuple);
                added.Add(tuple);
            }
            else if (first.JsonNames != tuple.JsonNames)
            {
                clashes.Add((tuple, first));
            }
        }

        if (clashes.Count > 0)
            foreach (var tuple in added)
                _taken.Remove(tuple.CSharpName);
        return clashes;
    }
}
