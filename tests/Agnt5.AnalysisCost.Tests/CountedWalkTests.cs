using System.Text.RegularExpressions;
using Agnt5.Tests.Shared;

namespace Agnt5.AnalysisCost.Tests;

/// <summary>A walk that is not counted escapes the budget.</summary>
public sealed partial class CountedWalkTests
{
    [Fact]
    public void Every_walk_of_the_rules_is_counted()
    {
        var files = Sources("analyzers", "Agnt5.Analyzers").Concat(Sources("generators", "Shared")).ToArray();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(static file => Uncounted(file).Select(line => $"{file}: {line}")));
    }

    // A walk is counted on its line. A hand-written loop and a look-up are counted in their file.
    private static IEnumerable<string> Uncounted(string file)
    {
        var lines = File.ReadAllLines(file);
        var counts = lines.Any(static line => line.Contains("Work.Count(", StringComparison.Ordinal));
        return lines.Where(line => Walk().IsMatch(line) && !line.Contains(".Counted(", StringComparison.Ordinal)
            || OwnWalk().IsMatch(line) && !counts && !line.Contains(".Counted(", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([RepositoryRoot.Folder, .. folder]), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\.Descendants(AndSelf)?\(\)|\.DescendantNodes(AndSelf)?\(|\.DescendantTokens\(")]
    private static partial Regex Walk();

    [GeneratedRegex(@"\.ChildOperations|\.ChildNodes\(|GetTypeByMetadataName\(|: OperationWalker|: CSharpSyntaxWalker|: SymbolVisitor")]
    private static partial Regex OwnWalk();
}
