using System.Text.Json.Nodes;
using Agnt5.Generated;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Generators.Tests;

/// <summary>The code for <c>[Agent]</c>: a body where the user wrote none, a definition, and an entry in the manifest.</summary>
public sealed class AgentTests
{
    private const string Desk = """
        using System.Threading;
        using System.Threading.Tasks;
        using Agnt5;
        namespace Desk;

        public sealed record Verdict(string Category, int Urgency);
        public interface IHandbook { string Rules { get; } }

        public static partial class Agents
        {
            /// <summary>Answers customers.</summary>
            [Agent(Model = "test/model", Instructions = "Be kind.", Tools = [nameof(LookupOrderAsync), nameof(Triage), "far_tool"], Handoffs = ["human_desk"])]
            public static partial Task<string> Support(AgentContext ctx, string message);

            [Agent("triage", Model = "test-model", InstructionsFile = "Prompts/triage.md", MaxIterations = 3, Temperature = 0.5, MaxOutputTokens = 200,
                MaxTurnTokens = 9_000_000_000, MaxToolCalls = 4, ToolErrors = ToolErrorHandling.FailTurn, MaxHistoryMessages = 6)]
            internal static partial ValueTask<Verdict> Triage(AgentContext @event, string? @string, CancellationToken ct = default);

            /// <summary>Looks up an order.</summary>
            [Tool("order.lookup")] public static Task<int> LookupOrderAsync(int id) => Task.FromResult(id);
        }

        public sealed class Desks(IHandbook handbook)
        {
            [Agent(Model = "test-model", InstructionsMethod = nameof(RulesAsync))]
            public async Task<Verdict> Own(AgentContext ctx, string city, int floor = 1) =>
                (await ctx.RunAsync<Verdict>($"{city} {floor}")) with { Urgency = handbook.Rules.Length };

            [Agent] public Task<string> Plain(WorkflowContext ctx, string message) => Task.FromResult(handbook.Rules + message);

            [Agent] public static string Marked([Input] string message) => message;

            internal async Task<string> RulesAsync(FunctionContext ctx, [FromServices] IHandbook other, CancellationToken ct)
            {
                await Task.Yield();
                return handbook.Rules + other.Rules + ctx.RunId;
            }
        }
        """;

    private static readonly Lazy<BuiltProject> Built = new(() => new ProjectUnderTest(Desk) { AssemblyName = "Desk", RootNamespace = "Desk" }.Build());

    [Fact]
    public void Agent_without_a_body() => Snapshot.Verify(new ProjectUnderTest("""
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;
        public static partial class Support
        {
            /// <summary>Answers customers.</summary>
            [Agent(Model = "anthropic/claude-sonnet-4-5", Instructions = "Be kind.", Tools = [nameof(LookupOrder)], Temperature = 0.2)]
            public static partial Task<string> Answer(AgentContext ctx, string message);

            /// <summary>Looks up an order.</summary>
            /// <param name="id">The order's id.</param>
            [Tool] public static string LookupOrder(string id) => id;
        }
        """) { AssemblyName = "Shop", RootNamespace = "Shop" }.Generate());

    [Fact]
    public void Agent_with_a_body_instructions_and_a_result() => Snapshot.Verify(new ProjectUnderTest("""
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;
        public sealed record Verdict(string Category);
        public interface IHandbook { string Rules { get; } }
        public sealed class Desk(IHandbook handbook)
        {
            [Agent(Model = "test-model", InstructionsMethod = nameof(Rules))]
            public Task<Verdict> Triage(AgentContext ctx, string message) => ctx.RunAsync<Verdict>(message);

            public string Rules() => handbook.Rules;
        }
        """) { AssemblyName = "Shop", RootNamespace = "Shop" }.Generate());

    [Fact]
    public void The_definition_says_what_the_attribute_says_and_nothing_else()
    {
        var support = Definition("support");

        Assert.Equal(("test/model", "Be kind.", null), (support.Model, support.Instructions, support.InstructionsFile));
        Assert.Equal(["order.lookup", "triage", "far_tool"], support.Tools);
        Assert.Equal(["human_desk"], support.Handoffs);
        Assert.Same(Built.Value.Assembly, support.Assembly);
        Assert.Null(support.InstructionsMethod);
        Assert.Equal(
            (10, null, null, null, null, null), (support.MaxIterations, support.Temperature, support.MaxOutputTokens, support.MaxTurnTokens, support.MaxToolCalls, support.MaxHistoryMessages));
        Assert.Equal(ToolErrorHandling.TellModel, support.ToolErrors);

        var triage = Definition("triage");
        Assert.Equal("Prompts/triage.md", triage.InstructionsFile);
        Assert.Equal((3, 0.5, 200, 9_000_000_000, 4, 6), (triage.MaxIterations, triage.Temperature, triage.MaxOutputTokens, triage.MaxTurnTokens, triage.MaxToolCalls, triage.MaxHistoryMessages));
        Assert.Equal(ToolErrorHandling.FailTurn, triage.ToolErrors);
    }

    [Fact]
    public void An_agent_that_declares_nothing_has_a_definition_all_the_same()
    {
        Assert.NotNull(Definition("plain"));
        Assert.NotNull(Definition("own").InstructionsMethod);
        Assert.All(Built.Value.Catalog.Components.Where(component => component.Type != ComponentType.Agent), component => Assert.Null(component.Agent));
    }

    [Fact]
    public void A_message_is_no_input_and_anything_else_is()
    {
        Assert.Null(Component("support").InputType);
        Assert.Null(Component("plain").InputType);
        Assert.Equal(typeof(string), Component("marked").InputType!.Type);
        Assert.NotNull(Component("own").InputType);
    }

    [Theory]
    [InlineData("support", """{"name":"support","type":"agent","component_type":"agent","metadata":{"description":"Answers customers.","model":"test/model"}}""")]
    [InlineData("plain", """{"name":"plain","type":"agent","component_type":"agent"}""")]
    [InlineData("triage", """
        {"name":"triage","type":"agent","component_type":"agent",
         "output_schema":{"type":"object","properties":{"category":{"type":"string"},"urgency":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},"required":["category","urgency"]},
         "metadata":{"model":"test-model"}}
        """)]
    public void The_manifest_has_an_agents_model_and_no_schema_of_text(string name, string entry)
    {
        var written = Manifest.Single(component => (string?)component!["name"] == name)!;
        Assert.True(JsonNode.DeepEquals(written, JsonNode.Parse(entry)), written.ToJsonString());
    }

    [Fact]
    public void Agents_stand_behind_tools_in_the_manifest()
    {
        var names = Manifest.Select(static entry => $"{entry!["type"]} {entry["name"]}");
        Assert.Equal(["tool order.lookup", "agent marked", "agent own", "agent plain", "agent support", "agent triage"], names);
    }

    [Theory]
    [InlineData("public static partial class Agents { M }", "namespace A.@class;")]
    [InlineData("public partial record Agents(string Name) { M }", "")]
    [InlineData("public readonly partial record struct Agents(string Name) { M }", "")]
    [InlineData("public partial interface IAgents { M }", "")]
    [InlineData("partial class Outer { internal partial struct @in { M } } partial class Outer { }", "namespace A.B;")]
    public void A_body_is_added_wherever_the_method_stands(string place, string space)
    {
        const string Method = "[Agnt5.Agent(Model = \"m\")] public static partial System.Threading.Tasks.Task<string?> Ask(Agnt5.AgentContext ctx, string message = \"hello\");";
        Assert.Single(new ProjectUnderTest(space + place.Replace("M", Method, StringComparison.Ordinal)).Build().Catalog.Components);
    }

    [Fact]
    public void A_program_of_one_file_can_have_agents()
    {
        var project = new ProjectUnderTest("""
            using System.Threading.Tasks;
            using Agnt5;
            System.Console.WriteLine("hello");
            public partial class Program { [Agent(Model = "m")] internal static partial Task<string> Ask(AgentContext ctx, string message); }
            """) { OutputKind = OutputKind.ConsoleApplication }.Build();
        Assert.Single(project.Catalog.Components);
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Enable)]
    public void A_body_brings_no_warning_into_a_project_that_documents_its_code_or_says_nothing_of_null(NullableContextOptions nullable)
    {
        var project = new ProjectUnderTest("""
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Agnt5;
            /// <summary>The desk.</summary>
            public unsafe static partial class Desk
            {
                /// <summary>Answers.</summary>
                [Agent(Model = "m")] public static partial Task<Dictionary<string, string[]>> Ask(AgentContext ctx, string message);
                /// <summary>Does not.</summary>
                [Agent] internal static partial Task<string> Broken(AgentContext ctx, int* message);
            }
            """) { Nullable = nullable, GeneratesDocumentation = true }.Generate();
        Assert.Single(project.Build().Catalog.Components);
    }

    [Theory]
    [InlineData("public static partial Task<(int Low, string? High)> Ask(AgentContext ctx, string message);", "agent ask")]
    [InlineData("public static partial ValueTask<List<string>?> Ask(string message, AgentContext ctx, CancellationToken ct);", "agent ask")]
    [InlineData("public static partial Task<string> Ask(this AgentContext ctx, string message);", "agent ask")]
    [InlineData("public static partial Task<string> Ask<T>(AgentContext ctx, string message) where T : class, new();", "")]
    [InlineData("public static unsafe partial Task<string> Ask(AgentContext ctx, ref string message, int* p, params string[] rest);", "")]
    [InlineData("public static partial ref int Ask(AgentContext ctx, out string message);", "")]
    [InlineData("static partial void Ask(AgentContext ctx, string message);", "")]
    [InlineData("public partial Task Ask(AgentContext ctx);", "")]
    [InlineData("private static partial Task<string> Ask(AgentContext ctx, string message);", "")]
    [InlineData("[Tool] public static partial Task<string> Ask(AgentContext ctx, string message);", "")]
    public void An_agent_that_is_left_out_has_a_body_that_throws_so_that_no_compiler_error_hides_the_message(string method, string component)
    {
        var project = new ProjectUnderTest($$"""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using Agnt5;
            public {{(method.Contains("public partial", StringComparison.Ordinal) ? "" : "static ")}}partial class Agents { [Agent(Model = "m")] {{method}} }
            """).Generate();

        Assert.Equal(component, string.Join(" ", project.Build().Catalog.Components.Select(static found => $"{found.Type} {found.Name}")).ToLowerInvariant());
        Assert.Equal(component.Length == 0, project.Files.Single(static file => file.Key.StartsWith("Agnt5.AgentBody", StringComparison.Ordinal)).Value.Contains(
            "NotSupportedException(\"This agent breaks AGT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_that_the_user_writes_in_another_part_is_the_body()
    {
        var project = new ProjectUnderTest(
            "public static partial class Agents { [Agnt5.Agent] public static partial string Ask(string message); }",
            "public static partial class Agents { public static partial string Ask(string message) => message; }").Generate();

        Assert.DoesNotContain(project.Files.Keys, static file => file.StartsWith("Agnt5.AgentBody", StringComparison.Ordinal));
        Assert.Single(project.Build().Catalog.Components);
    }

    [Fact]
    public void Agents_and_tools_of_a_referenced_assembly_are_in_the_catalog_and_can_be_named()
    {
        var app = new ProjectUnderTest("""
            using Agnt5;
            public static partial class Front { [Agent(Model = "m", Tools = ["order.lookup", "triage"])] public static partial System.Threading.Tasks.Task<string> Desk(AgentContext ctx, string message); }
            """) { References = [Built.Value] }.Build();

        Assert.Equal(["order.lookup", "desk", "marked", "own", "plain", "support", "triage"], app.Catalog.Components.Select(static component => component.Name));
        Assert.Equal(["order.lookup", "triage"], app.Catalog.Components.Single(static component => component.Name == "desk").Agent!.Tools);
        Assert.Equal("Desk", app.Catalog.Components.Single(static component => component.Name == "support").Agent!.Assembly.GetName().Name);
    }

    [Fact]
    public void An_answer_of_a_type_is_read_wherever_it_is_asked_for()
    {
        var project = new ProjectUnderTest("""
            using System.Threading.Tasks;
            using Agnt5;
            public sealed record Asked(string A);
            public sealed record Delegated(string B);
            public static class Flows
            {
                [Agent] public static async Task Ask(AgentContext ctx, string message) => await ctx.RunAsync<Asked>(message);
                [Workflow] public static async Task Delegate(WorkflowContext ctx) => await ctx.RunAgentAsync<Delegated>("ask", "hello");
            }
            """).Generate();

        Assert.Empty(project.Problems);
        Assert.Contains("Agnt5.Json.Asked.g.cs", project.Files.Keys);
        Assert.Contains("Agnt5.Json.Delegated.g.cs", project.Files.Keys);
    }

    [Fact]
    public async Task An_agent_without_a_body_answers_with_what_its_model_said_as_the_type_that_it_returns() =>
        Assert.Equal("""{"category":"parcel","urgency":2}""", await Run("triage", "\"Where is it?\"", """{"category":"parcel","urgency":2}"""));

    [Fact]
    public async Task An_agent_with_a_body_gets_its_input_its_services_and_instructions_of_its_own()
    {
        var model = new FixedModel("""{"category":"parcel","urgency":2}""");

        Assert.Equal("""{"category":"parcel","urgency":5}""", await Run("own", """{"city":"Bern"}""", model));
        Assert.Equal("Bern 1", model.Asked.Last().Text);
        Assert.Equal("rulesrulesrun-1", model.Instructions);
    }

    [Fact]
    public async Task What_the_user_says_reaches_an_agent_whatever_its_context() =>
        Assert.Equal("\"ruleshello\"", await Run("plain", """{"prompt":"hello"}""", "unused"));

    private static Task<string?> Run(string agent, string input, string answer) => Run(agent, input, new FixedModel(answer));

    private static async Task<string?> Run(string agent, string input, FixedModel model)
    {
        var project = Runnable.Value;
        var handbook = Activator.CreateInstance(project.Assembly.GetType("Desk.Rulebook")!)!;
        var response = await project.SendAsync(
            "POST",
            "/agnt5/invoke",
            $$"""{"run_id":"run-1","component_type":"agent","component_name":"{{agent}}","input":{{input}}}""",
            services => services.AddSingleton<IChatClient>(model).AddSingleton(project.Assembly.GetType("Desk.IHandbook")!, handbook));
        Assert.True((string?)response["status"] == "completed", response.ToJsonString());
        return response["output"]?.ToJsonString();
    }

    // An endpoint checks that all tools exist before it starts.
    private static readonly Lazy<BuiltProject> Runnable = new(() => new ProjectUnderTest(
        Desk.Replace(", \"far_tool\"", "", StringComparison.Ordinal).Replace("InstructionsFile = \"Prompts/triage.md\", ", "", StringComparison.Ordinal)
            .Replace(", Handoffs = [\"human_desk\"]", "", StringComparison.Ordinal),
        "namespace Desk; public sealed class Rulebook : IHandbook { public string Rules => \"rules\"; }") { AssemblyName = "Desk", RootNamespace = "Desk" }.Build());

    private static JsonArray Manifest => JsonNode.Parse(Built.Value.Catalog.ManifestComponents)!.AsArray();

    private static ComponentDescriptor Component(string name) => Built.Value.Catalog.Components.Single(component => component.Name == name);

    private static AgentDefinition Definition(string name) => Component(name).Agent!;
}
