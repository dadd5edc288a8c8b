using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Documentation;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>A reader who copies the first program of docs/hosts.md into a new console project can publish it.</summary>
public sealed partial class HostsPageTests
{
    // What the project of the page has from the package Agnt5.JavaScript, and from the SDK.
    private const string Rest = """
        global using System;
        global using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        namespace Agnt5
        {
            public static class JavaScriptHost
            {
                public static void Serve(ComponentCatalog catalog, Action<IServiceCollection, ServerlessOptions>? configure = null)
                {
                }
            }
        }
        """;

    [Fact]
    public void The_program_of_the_page_compiles_for_a_JavaScript_host()
    {
        var program = Program().Match(RepositoryFiles.Read("docs/hosts.md")).Groups["text"].Value;

        Assert.Contains("JavaScriptHost.Serve", program, StringComparison.Ordinal);
        var project = new ProjectUnderTest("#define AGNT5_JAVASCRIPT\n" + program, Rest) { OutputKind = OutputKind.ConsoleApplication }.Build();
        Assert.Equal(["price"], project.Catalog.Components.Select(static component => component.Name));
    }

    [GeneratedRegex("^```cs\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Program();
}
