using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Agnt5.Shipping.Tests;

/// <summary>What a package says of itself, where no other file of the repository is beside it.</summary>
public sealed partial class PackageReadmeTests
{
    private const string Home = "https://github.com/agnt5/sdk-csharp";

    [Theory]
    [InlineData("Agnt5")]
    [InlineData("Agnt5.AspNetCore")]
    [InlineData("Agnt5.Lambda")]
    [InlineData("Agnt5.Mcp")]
    [InlineData("Agnt5.Client")]
    [InlineData("Agnt5.Local")]
    [InlineData("Agnt5.Testing")]
    [InlineData("Agnt5.Cli")]
    [InlineData("Agnt5.Templates")]
    public async Task Each_link_of_the_README_in_a_package_leads_somewhere(string package)
    {
        var readme = await ReadAsync(package, "README.md");
        var links = Link().Matches(readme).Select(static link => link.Groups["target"].Value).ToArray();
        var original = await File.ReadAllTextAsync(Repository.PathOf("README.md"));

        Assert.NotEmpty(links);
        Assert.All(links, static link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith('#'), link));
        var pages = links.Where(static link => link.StartsWith($"{Home}/blob/v", StringComparison.Ordinal)).Select(static link => link.Split('/', 8)[7]).ToArray();
        Assert.Equal(Link().Matches(original).Select(static link => link.Groups["target"].Value).Where(static link => !link.Contains("://", StringComparison.Ordinal) && link[0] != '#'), pages);
        Assert.All(pages, static page => Assert.True(File.Exists(Repository.PathOf(page.Split('#')[0])), page));
        // Nothing but the links differs.
        Assert.Equal(Link().Replace(original, "]()").Trim(), Link().Replace(readme, "]()").ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [InlineData("Agnt5")]
    [InlineData("Agnt5.AspNetCore")]
    [InlineData("Agnt5.Lambda")]
    [InlineData("Agnt5.Mcp")]
    [InlineData("Agnt5.Client")]
    [InlineData("Agnt5.Local")]
    [InlineData("Agnt5.Testing")]
    [InlineData("Agnt5.Cli")]
    [InlineData("Agnt5.Templates")]
    public async Task A_package_names_its_repository_its_page_and_its_changes(string package)
    {
        var metadata = XDocument.Parse(await ReadAsync(package, $"{package}.nuspec")).Root!.Elements().Single();
        string? Of(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        var repository = metadata.Elements().Single(static element => element.Name.LocalName == "repository");

        Assert.Equal(("git", Home), (repository.Attribute("type")?.Value, repository.Attribute("url")?.Value));
        Assert.Equal((Home, "README.md", "Apache-2.0"), (Of("projectUrl"), Of("readme"), Of("license")));
        Assert.StartsWith(Home, Of("releaseNotes"), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(string package, string file)
    {
        using var archive = await ZipFile.OpenReadAsync(Path.Combine(await Shipment.PackagesAsync(), $"{package}.{Shipment.Version}.nupkg"));
        using var reader = new StreamReader(await archive.GetEntry(file)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
