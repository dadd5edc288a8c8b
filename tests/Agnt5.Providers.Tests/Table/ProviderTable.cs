using Agnt5.Tests.Shared;

namespace Agnt5.Providers.Tests.Table;

/// <summary>The table of docs/agents.md that says what works with which provider.</summary>
internal static class ProviderTable
{
    private const string FirstColumn = "Provider";

    /// <summary>The cells below the head: provider, column, and the first word of the cell.</summary>
    public static IReadOnlyList<(string Provider, string Column, string Says)> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Folder, "docs/agents.md"));
        var head = Array.FindIndex(lines, static line => line.StartsWith($"| {FirstColumn} |", StringComparison.Ordinal));
        Assert.True(head >= 0, $"docs/agents.md has no table whose first column is {FirstColumn}.");
        var columns = Cells(lines[head]);
        return [.. lines.Skip(head + 2).TakeWhile(static line => line.StartsWith('|')).Select(Cells)
            .SelectMany(row => row.Skip(1).Select((cell, index) => (row[0], columns[index + 1], cell.Split(' ', ',')[0])))];
    }

    private static string[] Cells(string line) => [.. line.Trim('|', ' ').Split('|').Select(static cell => cell.Trim())];
}
