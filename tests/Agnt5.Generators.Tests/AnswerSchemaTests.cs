using System.Text;
using System.Text.Json.Nodes;
using Agnt5.Generated;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A model's answer is read, so the model must see the schema that an input of the answer's type has. The manifest keeps the output schema.</summary>
public sealed class AnswerSchemaTests
{
    private const string Desk = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;
        namespace Desk;

        /// <summary>A visit.</summary>
        /// <param name="At">When it is.</param>
        public sealed record Visit(DateTime At, Uri Page, [Range(1, 8)] int Guests)
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public string? Secret { get; init; }
            public string Summary => $"{Guests}";
        }

        public sealed record Note(string Text);
        public sealed record Reply(string Text);
        public sealed record Shared(string Text);
        public sealed record Written(string Text) { public int Length => Text.Length; }

        public static partial class Agents
        {
            [Agent(Model = "m")] public static partial Task<Visit> Plan(AgentContext ctx, string message);
            [Agent(Model = "m")] public static partial ValueTask<List<Note>?> Notes(AgentContext ctx, string message);
            [Agent(Model = "m")] public static partial Task<Shared?> Maybe(AgentContext ctx, string message);
            [Agent(Model = "m")] public static partial Task<Shared> Surely(AgentContext ctx, string message);
            [Agent(Model = "m")] public static partial Task<JsonElement> Anything(AgentContext ctx, string message);
            [Agent(Model = "m")] public static partial Task<string> Text(AgentContext ctx, string message);
            [Agent(Model = "m")] public static async Task<Written> Write(AgentContext ctx, string message) => new((await ctx.RunAsync<Reply>(message)).Text);
        }
        """;

    private static readonly Lazy<BuiltProject> Built = new(() => new ProjectUnderTest(Desk) { AssemblyName = "Desk", RootNamespace = "Desk" }.Build());

    [Fact]
    public void A_model_is_asked_for_what_is_read_and_for_no_computed_member() => AssertSchema("""
        {"type":"object","description":"A visit.","properties":{
           "at":{"type":"string","format":"date-time","description":"When it is."},
           "page":{"type":"string","format":"uri-reference"},
           "guests":{"type":"integer","minimum":1,"maximum":8},
           "secret":{"type":["string","null"]}},
         "required":["at","page","guests"]}
        """, "Visit");

    [Fact]
    public void The_manifest_says_what_is_written()
    {
        var output = Component("plan")["output_schema"]!;
        Assert.Equal(["at", "page", "guests", "summary"], output["properties"]!.AsObject().Select(static member => member.Key));
        Assert.Null(output["properties"]!["at"]!["format"]);
    }

    [Fact]
    public void An_answer_of_a_body_has_a_schema_and_what_the_body_returns_has_none()
    {
        AssertSchema("""{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}""", "Reply");
        Assert.Null(SchemaOf(Built.Value, "Written"));
    }

    [Fact]
    public void An_answer_that_may_be_null_says_so() => AssertSchema("""
        {"type":["array","null"],"items":{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}}
        """, typeof(List<>).MakeGenericType(TypeOf("Note")));

    [Fact]
    public void An_agent_that_promises_a_value_is_not_asked_for_null_because_another_one_may_have_none() =>
        AssertSchema("""{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}""", "Shared");

    [Fact]
    public void An_answer_that_may_be_anything_has_no_schema() => Assert.Null(SchemaOf(Built.Value, typeof(System.Text.Json.JsonElement)));

    [Fact]
    public void Nothing_is_generated_where_no_model_answers_with_a_type()
    {
        var project = new ProjectUnderTest("""
            using System.Threading.Tasks;
            using Agnt5;
            public static partial class Agents { [Agent(Model = "m")] public static partial Task<string> Ask(AgentContext ctx, string message); }
            """).Generate();

        Assert.DoesNotContain("Agnt5.AnswerSchemas.g.cs", project.Files.Keys);
    }

    [Fact]
    public void An_answer_that_a_referenced_assembly_asks_for_has_its_schema_in_the_project_that_serves_it()
    {
        var app = new ProjectUnderTest("""
            public static class Front { [Agnt5.Function] public static string Greet(string name) => name; }
            """) { References = [Built.Value] }.Build();

        Assert.NotNull(SchemaOf(app, TypeOf("Visit")));
    }

    private static void AssertSchema(string expected, string type) => AssertSchema(expected, TypeOf(type));

    private static void AssertSchema(string expected, Type type)
    {
        var schema = SchemaOf(Built.Value, type);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(schema ?? "null")), schema);
    }

    private static string? SchemaOf(BuiltProject project, string type) => SchemaOf(project, TypeOf(type));

    private static string? SchemaOf(BuiltProject project, Type type)
    {
        var own = project.Catalog.Components.First(component => component.GetType().Assembly == project.Assembly);
        foreach (var schemas in own.JsonOptions.TypeInfoResolverChain.OfType<IAnswerSchemas>())
        {
            if (schemas.AnswerSchemaOf(type) is { IsEmpty: false } schema)
                return Encoding.UTF8.GetString(schema);
        }

        return null;
    }

    private static Type TypeOf(string name) => Built.Value.Assembly.GetType("Desk." + name)!;

    private static JsonNode Component(string name) => JsonNode.Parse(Built.Value.Catalog.ManifestComponents)!.AsArray().Single(component => (string?)component!["name"] == name)!;
}
