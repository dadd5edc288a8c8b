using System.Globalization;
using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Documentation;

namespace Agnt5.Generators.Tests;

/// <summary>Each section that a comment cites, such as "protocol section 6, "Signals"", is in the specification.</summary>
public sealed partial class ProtocolCitationTests
{
    private const string Specification = "docs/spec/workerless-v1.md";

    private static readonly ILookup<string, string> HeadingsBySection = ReadSections();

    [Fact]
    public void Every_section_that_is_cited_is_in_the_specification()
    {
        var citations = RepositoryFiles.With(".cs", ".md", ".mjs").SelectMany(Citations).ToArray();

        Assert.True(citations.Length > 100, $"Only {citations.Length} citations were found.");
        var wrong = citations.Where(static citation => !IsThere(citation)).Select(Problem).ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static string Problem(Citation citation) =>
        $"{citation.Path}:{citation.Line}: {Specification} has no section {citation.Section}{(citation.Heading.Length > 0 ? $" with the heading \"{citation.Heading}\"" : "")}";

    private static bool IsThere(Citation citation) =>
        HeadingsBySection.Contains(citation.Section)
            && (citation.Heading.Length == 0 || HeadingsBySection[citation.Section].Any(heading => heading.StartsWith(citation.Heading, StringComparison.Ordinal)));

    private static IEnumerable<Citation> Citations(string path)
    {
        var text = RepositoryFiles.Read(path);
        foreach (Match citation in (path == Specification ? OwnCiting() : Citing()).Matches(text))
        {
            var line = text.AsSpan(0, citation.Index).Count('\n') + 1;
            foreach (Match number in Number().Matches(citation.Groups["sections"].Value))
                yield return new Citation(path, line, number.Value, citation.Groups["heading"].Value);
        }
    }

    /// <summary>"6" → "6. Replay", "Steps", "Budget" …; the numbered items of section 4 are "4.1", "4.2" ….</summary>
    private static ILookup<string, string> ReadSections()
    {
        var found = new List<(string Section, string Heading)>();
        var section = "";
        foreach (Match line in HeadingOrItem().Matches(MarkdownPage.Read(Specification).Text))
        {
            if (line.Groups["section"] is { Success: true, Value: var opened })
                section = opened;
            found.Add((line.Groups["item"].Success ? $"{section}.{line.Groups["item"].Value}" : section, line.Groups["title"].Value));
        }

        return found.ToLookup(static heading => heading.Section, static heading => heading.Heading);
    }

    // A comment breaks its lines anywhere: " protocol\n/// section 6".
    [GeneratedRegex(@"\bprotocol(?:'s)?[\s/*#]+sections?[\s/*#]+(?<sections>[0-9.]+(?:(?:,| and|,? or)[\s/*#]+[0-9.]+)*)(?:,[\s/*#]+""(?<heading>[^""\n]+)"")?", RegexOptions.IgnoreCase)]
    private static partial Regex Citing();

    [GeneratedRegex(@"\bsections? (?<sections>[0-9.]+)(?<heading>)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnCiting();

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:## (?<section>[0-9]+)\. (?<title>.+)|### (?<title>.+)|(?<item>[0-9]+)\. (?<title>.+))$", RegexOptions.Multiline)]
    private static partial Regex HeadingOrItem();

    private sealed record Citation(string Path, int Line, string Section, string Heading);
}
