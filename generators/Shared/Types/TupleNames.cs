namespace Agnt5.Shared;

/// <summary>
/// The names that an assembly's tuples have in JSON. Two tuples that differ by the names of their elements alone are one type at run time, with one
/// metadata, so the names that come first hold for the assembly.
/// </summary>
internal sealed class TupleNames
{
    private readonly Dictionary<string, WireTuple> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes the names of the tuples that one component or call brings in.</summary>
    /// <returns>The tuples whose names are taken already, each with the one that took them. Unless there are none, nothing was taken.</returns>
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
