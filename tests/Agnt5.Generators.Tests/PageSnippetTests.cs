using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Documentation;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>A reader who copies C# of docs/local.md or docs/client.md into a project compiles it.</summary>
public sealed partial class PageSnippetTests
{
    // The components that the pages speak of, and what a project has beside them.
    private const string Rest = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using Shop;
        using System.Text.Json.Serialization.Metadata;
        using Agnt5;

        namespace Shop;

        public sealed record Order(string Id, decimal Total);
        public sealed record Receipt(string OrderId);

        public static class Components
        {
            [Workflow] public static Receipt ApproveOrder(WorkflowContext ctx, Order order) => new(order.Id);
            [Workflow] public static Receipt ShipOrder(WorkflowContext ctx, Order order) => new(order.Id);
            [Function] public static Receipt PlaceOrder(Order order) => new(order.Id);
            [Function] public static async IAsyncEnumerable<int> Count(int upTo) { await Task.Yield(); yield return upTo; }
        }

        public static partial class Agents
        {
            [Agent(Model = "any", Instructions = "Help.")] public static partial Task<string> Support(AgentContext ctx, string message);
        }

        // Stands for a context of System.Text.Json, whose generator does not run here.
        public sealed class AppJson
        {
            public static AppJson Default { get; } = new();
            public JsonTypeInfo<Order> Order => throw new NotSupportedException();
            public JsonTypeInfo<Receipt> Receipt => throw new NotSupportedException();
        }
        """;

    // What a file has that a part of the page's code goes into, in a build that is not for a release.
    private const string Usings = """
        #define DEBUG
        using System.Text.Json;
        using Agnt5;
        using Agnt5.Local;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    // What stands in the page's other lines, unless the snippet has it itself.
    private static readonly (string Name, string Type)[] Given =
        [("args", "string[]"), ("builder", "WebApplicationBuilder"), ("client", "Agnt5Client"), ("order", "Order"), ("app", "WebApplication"), ("engine", "LocalAgnt5Engine")];

    public static TheoryData<string, int> Snippets
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in (string[])["docs/local.md", "docs/client.md"])
                for (var number = 0; number < CodeOf(page).Length; number++)
                    data.Add(page, number);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_of_the_page_compiles(string page, int number)
    {
        var code = CodeOf(page)[number];
        var isProgram = code.StartsWith("using ", StringComparison.Ordinal) && !code.StartsWith("using var", StringComparison.Ordinal);
        var project = new ProjectUnderTest(isProgram ? code : InMethod(code), Rest)
        {
            ReferencesClient = true,
            ReferencesServers = true,
            OutputKind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        };

        Assert.Empty(project.Generate().Problems);
    }

    [Fact]
    public void The_methods_that_the_clients_page_names_exist()
    {
        var methods = typeof(Agnt5Client).Assembly.GetExportedTypes().SelectMany(static type => type.GetMethods()).Select(static method => method.Name).ToHashSet();
        var named = NamedMethod().Matches(RepositoryFiles.Read("docs/client.md")).Select(static found => found.Groups["name"].Value).Distinct().ToArray();

        Assert.True(named.Length > 20, "The page names its methods in backquotes.");
        Assert.Empty(named.Except(methods));
    }

    private static string[] CodeOf(string page) => [.. Block().Matches(RepositoryFiles.Read(page)).Select(static block => block.Groups["text"].Value)];

    private static string InMethod(string code)
    {
        var parameters = Given.Where(given => !Regex.IsMatch(code, $@"\bvar {given.Name}\b")).Select(static given => $"{given.Type} {given.Name}");
        var head = $"public static class Snippet {{ public static async Task RunAsync({string.Join(", ", parameters)}) {{ await Task.Yield();\n";
        return $"{Usings}{head}{code}}} }}";
    }

    [GeneratedRegex("^```cs\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`(?<name>[A-Z]\w+Async)`")]
    private static partial Regex NamedMethod();
}
