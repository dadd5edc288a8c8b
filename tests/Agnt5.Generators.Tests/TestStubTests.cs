using Agnt5.Generators.Parsing;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Tests;

/// <summary>The methods that start runs in tests: of a project's own components, and of those of the projects that it references.</summary>
public sealed class TestStubTests
{
    private const string Shop = """
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;
        using Agnt5;
        [assembly: InternalsVisibleTo("Shop.Friends")]
        namespace Shop;
        public sealed record Order(string Id, decimal Total);
        public sealed record Receipt(string OrderId, string Status);
        internal sealed record Secret(int Number);
        public static partial class Orders
        {
            /// <summary>Ships an order.</summary>
            [Workflow] public static Task<Receipt?> ShipOrderAsync(WorkflowContext ctx, Order order) => Task.FromResult<Receipt?>(new(order.Id, "shipped"));
            [Function] public static string Greet(string name, int times = 2, params string[] more) => name + times + string.Join("+", more);
            [Function] public static Task Nothing() => Task.CompletedTask;
            [Function] public static int? Half(int? number) => number / 2;
            [Function] public static async IAsyncEnumerable<int> Count(int to) { for (var i = 1; i <= to; i++) { await Task.Yield(); yield return i; } }
            [Tool] internal static Secret Hide(Secret secret) => secret;
        }
        public static partial class Desk
        {
            /// <param name="question">What the customer asks.</param>
            [Agent(Model = "m")] public static partial Task<string> Support(AgentContext ctx, string question);
        }
        """;

    private static readonly BuiltProject App =
        (new ProjectUnderTest("System.Console.WriteLine();", Shop) { AssemblyName = "Shop", RootNamespace = "Shop", OutputKind = OutputKind.ConsoleApplication }).Build();

    private static readonly ProjectUnderTest Tests = new("namespace Shop.Tests; class Empty;")
    {
        AssemblyName = "Shop.Tests", RootNamespace = "Shop.Tests", ReferencesTesting = true, References = [App],
    };

    [Fact]
    public void Stubs_of_a_test_project() => Snapshot.Verify(StubsOf(Tests));

    [Fact]
    public void A_friend_reaches_what_is_internal()
    {
        var stubs = StubsOf(Tests with { AssemblyName = "Shop.Friends" });

        Assert.Contains("TestRun<global::Shop.Secret>> Hide(", stubs, StringComparison.Ordinal);
        Assert.DoesNotContain(" Hide(", StubsOf(Tests), StringComparison.Ordinal);
    }

    [Fact]
    public void The_projects_own_component_hides_one_of_its_kind_and_name()
    {
        var stubs = StubsOf(Tests with { Sources = ["""namespace Shop.Tests; static class Fakes { [Agnt5.Workflow] public static int ShipOrder(Agnt5.WorkflowContext ctx) => 1; }"""] });

        Assert.Contains("TestRun<int>> ShipOrder(", stubs, StringComparison.Ordinal);
        Assert.DoesNotContain("Receipt", stubs, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_package_there_are_none() => Assert.DoesNotContain("Agnt5.TestStubs.g.cs", (Tests with { ReferencesTesting = false }).Generate().Files.Keys);

    [Fact]
    public void A_test_project_has_no_stubs_for_a_client_that_it_has_not() =>
        Assert.DoesNotContain("Agnt5.Stubs.g.cs", (new ProjectUnderTest(Shop) { ReferencesTesting = true }).Generate().Files.Keys);

    [Fact]
    public void An_edit_of_the_tests_reads_no_referenced_assembly_again()
    {
        var first = Tests.Compile();
        var edited = first.ReplaceSyntaxTree(first.SyntaxTrees[0], CSharpSyntaxTree.ParseText("namespace Shop.Tests; class Other { public int More; }", Tests.ParseOptions, "Source0.cs"));
        var read = ReferencedStubs.Of(first, CancellationToken.None);

        Assert.NotEmpty(read);
        Assert.All(ReferencedStubs.Of(edited, CancellationToken.None).Zip(read), static pair => Assert.Same(pair.First, pair.Second));
        Assert.Empty(ReferencedStubs.Of(edited.RemoveReferences(first.References.Last()), CancellationToken.None));
    }

    [Fact]
    public async Task A_stub_starts_what_the_component_takes_and_reads_what_it_gives()
    {
        var project = (Tests with { Sources = ["""
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Agnt5.Testing;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;
            namespace Shop.Tests;
            public static class Caller
            {
                public static async Task<string> Call()
                {
                    await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddSingleton<IChatClient>(new ScriptedChatClient()));
                    var said = new List<string>();
                    TestRun<Shop.Receipt?> run = await agnt5.ShipOrder(new("o-1", 5));
                    said.Add((await run.OutputAsync())?.Status!);
                    said.Add(await agnt5.Greet("Ada").OutputAsync());
                    said.Add(await agnt5.Greet("Ada", 1, ["x", "y"]).OutputAsync());
                    said.Add((await agnt5.Nothing().OutputAsync()).ValueKind.ToString());
                    said.Add((await agnt5.Half(8).OutputAsync()).ToString()!);
                    said.Add((await agnt5.Half(null).OutputAsync()).ToString()!);
                    said.Add((await agnt5.Count(3).OutputAsync()).Count.ToString());
                    return string.Join("; ", said);
                }
            }
            """] }).Build();

        var said = await (Task<string>)project.Assembly.GetType("Shop.Tests.Caller")!.GetMethod("Call")!.Invoke(null, [])!;

        Assert.Equal("shipped; Ada2; Ada1x+y; Undefined; 4; ; 3", said);
    }

    private static string StubsOf(ProjectUnderTest project)
    {
        var generated = project.Generate();
        Assert.Empty(generated.Problems);
        return generated.Files["Agnt5.TestStubs.g.cs"];
    }
}
