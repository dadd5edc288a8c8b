namespace Agnt5.Fidelity.Tests.Differences;

/// <summary>The probes whose answers are known to differ between CoreCLR and another engine: a file of tests/Agnt5.HostDifferences/Known.</summary>
internal sealed class KnownDifferences
{
    private const string Sometimes = "? ";

    private readonly string _file;
    private readonly HashSet<string> _always;
    private readonly HashSet<string> _sometimes;
    private readonly bool _isOfThisVersion;

    public KnownDifferences(string file)
    {
        _file = file;
        _isOfThisVersion = File.ReadLines(file).First().Contains($".NET {Environment.Version}.", StringComparison.Ordinal);
        var rows = File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#').ToList();
        _always = rows.Where(static row => !row.StartsWith(Sometimes, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        _sometimes = rows.Where(static row => row.StartsWith(Sometimes, StringComparison.Ordinal)).Select(static row => row[Sometimes.Length..]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// The differences that the file does not know, and those that it knows and that are gone, one a line. Another version of .NET may have mended one, so only the version that the file names in
    /// its first line is held to it.
    /// </summary>
    public IReadOnlyList<string> Compare(string core, string other)
    {
        var (here, there) = (Read(core), Read(other));
        var different = here.Keys.Union(there.Keys).Where(name => here.GetValueOrDefault(name) != there.GetValueOrDefault(name)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. different.Where(name => !_always.Contains(name) && !_sometimes.Contains(name))
                .Select(name => $"'{name}' is '{here.GetValueOrDefault(name)}' on CoreCLR and '{there.GetValueOrDefault(name)}' here: "
                    + $"make it a rule or a row of docs/hosts.md, and add it to {_file}"),
            .. _always.Where(name => _isOfThisVersion && !different.Contains(name)).Select(name => $"'{name}' is the same on both: take it out of {_file}, and out of docs/hosts.md"),
            .. _sometimes.Where(name => !here.ContainsKey(name)).Select(name => $"nothing asks for '{name}': take it out of {_file}"),
        ];
    }

    /// <summary>The number of answers of a report.</summary>
    public static int Count(string report) => Read(report).Count;

    private static Dictionary<string, string> Read(string report) => report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t', 2))
        .ToDictionary(static parts => parts[0], static parts => parts[1], StringComparer.Ordinal);
}
