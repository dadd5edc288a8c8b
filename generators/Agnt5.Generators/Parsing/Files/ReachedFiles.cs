namespace Agnt5.Generators.Parsing;

/// <summary>
/// Follows the names in declarations from file to file, and gives each file a hash of everything that it reaches. Files that reach one another have one hash, so that each file is followed once.
/// </summary>
internal sealed class ReachedFiles
{
    // What all files see, as if it were a file that each of them names.
    private readonly int _all;
    private readonly Dictionary<string, List<int>> _declaring = new(StringComparer.Ordinal);
    private readonly ulong[] _hashes;

    public ReachedFiles(IReadOnlyList<FileDeclarations> files)
    {
        _all = files.Count;
        for (var place = 0; place < files.Count; place++)
            foreach (var name in files[place].Declared)
                if (_declaring.TryGetValue(name, out var others))
                    others.Add(place);
                else
                    _declaring.Add(name, [place]);
        var seenByAll = Declaring(files.SelectMany(static file => file.NamesForAll)).Union(Enumerable.Range(0, _all).Where(place => files[place].IsSeenByAll));
        int[][] next = [.. files.Select(file => Declaring(file.Names)), [.. seenByAll]];
        _hashes = HashesOf(next, [.. files.Select(static file => file.Hash), HashForAll(files)]);
    }

    /// <summary>A hash of all declarations that the code of a file reaches. It is the same as long as they are.</summary>
    /// <param name="bodyNames">The names in the file's bodies.</param>
    public ulong HashOf(int place, IReadOnlyCollection<string> bodyNames)
    {
        var hash = new TextHash();
        hash.Add(_hashes[place]);
        hash.Add(_hashes[_all]);
        foreach (var reached in Declaring(bodyNames).Select(next => _hashes[next]).OrderBy(static reached => reached))
            hash.Add(reached);
        return hash.Value;
    }

    private int[] Declaring(IEnumerable<string> names)
    {
        var found = new HashSet<int>();
        foreach (var name in names)
            if (_declaring.TryGetValue(name, out var places))
                found.UnionWith(places);
        return [.. found];
    }

    private static ulong HashForAll(IReadOnlyList<FileDeclarations> files)
    {
        var hash = new TextHash();
        foreach (var file in files)
            hash.Add(file.HashForAll);
        foreach (var space in files.SelectMany(static file => file.Namespaces).Distinct().OrderBy(static space => space, StringComparer.Ordinal))
            hash.Add(space);
        return hash.Value;
    }

    // Tarjan's strongly connected components, which come in an order in which everything that a component reaches has its hash already.
    private static ulong[] HashesOf(int[][] next, ulong[] own)
    {
        var (hashes, index, low, component) = (new ulong[own.Length], new int[own.Length], new int[own.Length], new int[own.Length]);
        var (open, path, count, components) = (new Stack<int>(), new Stack<(int Place, int Edge)>(), 0, 0);
        for (var start = 0; start < own.Length; start++)
        {
            if (index[start] == 0)
                Enter(start);
            while (path.Count > 0)
            {
                var (place, edge) = path.Pop();
                if (edge < next[place].Length)
                {
                    path.Push((place, edge + 1));
                    var to = next[place][edge];
                    if (index[to] == 0)
                        Enter(to);
                    else if (component[to] == 0)
                        low[place] = Math.Min(low[place], index[to]);
                    continue;
                }

                if (low[place] == index[place])
                    Close(place);
                if (path.Count > 0)
                    low[path.Peek().Place] = Math.Min(low[path.Peek().Place], low[place]);
            }
        }

        return hashes;

        void Enter(int place)
        {
            index[place] = low[place] = ++count;
            open.Push(place);
            path.Push((place, 0));
        }

        void Close(int root)
        {
            var members = new List<int>();
            components++;
            do
            {
                members.Add(open.Pop());
                component[members[members.Count - 1]] = components;
            }
            while (members[members.Count - 1] != root);

            var hash = new TextHash();
            foreach (var declarations in members.Select(member => own[member]).OrderBy(static declarations => declarations))
                hash.Add(declarations);
            foreach (var reached in members.SelectMany(member => next[member]).Where(to => component[to] != components).Distinct().Select(to => hashes[to]).OrderBy(static reached => reached))
                hash.Add(reached);
            foreach (var member in members)
                hashes[member] = hash.Value;
        }
    }
}
