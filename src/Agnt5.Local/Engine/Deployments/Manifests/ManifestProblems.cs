namespace Agnt5.Local.Engine.Deployments;

/// <summary>Gathers a manifest's problems, so that one import shows all of them. A manifest of nothing but problems shows the first ones.</summary>
internal sealed class ManifestProblems
{
    /// <summary>The most problems that are shown.</summary>
    public const int Most = 50;

    private readonly List<ManifestProblem> _shown = [];
    private int _count;

    public bool AreNone => _count == 0;

    public void Add(string path, string text)
    {
        _count++;
        if (_shown.Count < Most)
            _shown.Add(new(path, text));
    }

    public IReadOnlyList<ManifestProblem> All => _count <= Most
        ? _shown
        : [.. _shown.Take(Most - 1), new("$", $"there are {_count - Most + 1} more problems: correct these first")];
}
