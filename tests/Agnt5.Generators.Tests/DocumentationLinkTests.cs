using Agnt5.Generators.Tests.Documentation;

namespace Agnt5.Generators.Tests;

/// <summary>A reader who follows a link arrives.</summary>
public sealed class DocumentationLinkTests
{
    private static readonly Dictionary<string, MarkdownPage> Pages = RepositoryFiles.With(".md").ToDictionary(static path => path, MarkdownPage.Read);

    [Fact]
    public void A_link_between_pages_leads_to_a_file_and_a_heading_that_exist()
    {
        Assert.NotEmpty(Pages["README.md"].RelativeLinks());
        var problems = Pages.Values.SelectMany(static page => page.RelativeLinks().Select(link => Problem(page, link.Target, link.Line))).OfType<string>().ToArray();

        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Fact]
    public void The_map_leads_to_every_page()
    {
        var reachable = Pages["docs/README.md"].RelativeLinks().Select(static link => Resolve("docs/README.md", link.Target.Split('#')[0]));
        var pages = Pages.Keys.Where(static path => path.StartsWith("docs/", StringComparison.Ordinal) && !path.StartsWith("docs/rules/AGT", StringComparison.Ordinal));

        Assert.Equal(["docs/README.md"], pages.Except(reachable));
    }

    private static string? Problem(MarkdownPage page, string target, int line)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
        if (!RepositoryFiles.Has(path))
            return $"{page.Path}:{line}: {target} leads to {path}, which does not exist";
        if (parts.Length > 1 && Pages.TryGetValue(path, out var other) && other.Headings.All(heading => heading.Anchor != parts[1]))
            return $"{page.Path}:{line}: {path} has no heading #{parts[1]}";
        return null;
    }

    private static string Resolve(string page, string target)
    {
        var names = new List<string>(page.Split('/')[..^1]);
        foreach (var name in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "..")
                names.RemoveAt(names.Count - 1);
            else if (name != ".")
                names.Add(name);
        }

        return string.Join('/', names);
    }
}
