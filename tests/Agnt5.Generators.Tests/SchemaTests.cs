using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>The schemas of a component's input and output, which AGNT5 and models read.</summary>
public sealed class SchemaTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Agnt5;

        namespace My.App;

        /// <summary>A level.</summary>
        public enum Level { Low, High }
        [Flags] public enum Access { Read = 1, Write = 2 }
        /// <summary>A node.</summary>
        /// <param name="Name">Its name.</param>
        public sealed record Node(string Name, Node? Parent, List<Node> Children);
        public sealed record Pair([property: Description("The left one.")] Line Left, [Description("The right one.")] Line? Right);
        public sealed record Line(string Sku);
        public sealed record Moments(
            DateTime At, DateTime? Maybe, DateTimeOffset There, TimeOnly Time, Uri Link, Dictionary<DateTime, bool> ByDay, Dictionary<Uri, Line> ByLink, Dictionary<TimeOnly, Line> ByHour);
        public sealed class Everything
        {
            public byte Byte { get; set; }
            public long? Long { get; set; }
            public double Double { get; set; }
            public Guid Guid { get; set; }
            public DateTime DateTime { get; set; }
            public DateTimeOffset Offset { get; set; }
            public DateOnly Date { get; set; }
            public TimeOnly Time { get; set; }
            public TimeSpan Span { get; set; }
            public Uri? Uri { get; set; }
            public byte[] Bytes { get; set; } = [];
            public char Char { get; set; }
            public Level? Level { get; set; }
            public Access Access { get; set; }
            public string?[] Texts { get; set; } = [];
            public Dictionary<string, int> Map { get; set; } = [];
            public JsonElement Any { get; set; }
            public JsonObject? Object { get; set; }
            /// <summary>Must be <c>given</c>, see
            /// <see cref="Level"/> &amp; others.</summary>
            public required bool Must { get; set; }
            [JsonPropertyName("re-named")] public string Named { get; set; } = "";
            [JsonIgnore] public string Secret { get; set; } = "";
            public int Computed => 1;
        }

        public static class Components
        {
            [Function("everything")] public static void Everything(Everything all) { }
            [Function("node")] public static Node Node(Node node) => node;
            [Function("pair")] public static Pair? Pair(Pair pair) => pair;
            [Function("moments")] public static Moments Moments(Moments moments) => moments;
            [Function("computed")] public static Everything Computed() => null!;
            [Function("untyped")] public static object Untyped(JsonElement any) => any;
            [Function("defaults")] public static void Defaults(Level level = Level.High, double ratio = 0.5, string? text = "a\"b", int? none = null, Guid id = default, bool flag = true, [Description("Wins.")] char mark = 'x') { }
            [Function("plain")] public static void Plain() { }
            /** <summary>
              * Block comment. </summary> */
            [Function("block", Priority = 0, MaxConcurrency = 3)] public static void Block() { }
            /// <summary>Not <closed.
            [Function("malformed")] public static void Malformed() { }
            /// <summary>From the comment.</summary>
            [Function("described", Description = "From the attribute."), Description("From elsewhere.")] public static void Described() { }
            //// <summary>Not documentation.</summary>
            [Tool("tool")] public static List<string?>? Tool() => null;
        }
        """).Build());

    [Theory]
    [InlineData("everything", "input_schema", """
        {"type":"object","properties":{
          "byte":{"type":"integer","minimum":0,"maximum":255},
          "long":{"type":["integer","null"],"minimum":-9223372036854775808,"maximum":9223372036854775807},
          "double":{"type":"number"},
          "guid":{"type":"string","format":"uuid"},
          "dateTime":{"type":"string","format":"date-time"},
          "offset":{"type":"string","format":"date-time"},
          "date":{"type":"string","format":"date"},
          "time":{"type":"string","pattern":"^(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?)$"},
          "span":{"type":"string","pattern":"^(-?((0|[1-9][0-9]{0,6}|10[0-5][0-9]{5}|106[0-6][0-9]{4}|1067[0-4][0-9]{3}|106750[0-9]{2}|106751[0-8][0-9]|1067519[0-7]|10675198)\\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?|-?10675199\\.(0[01]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?|02:48:05\\.477580[0-7])|-10675199\\.02:48:05\\.4775808)$"},
          "uri":{"type":["string","null"],"format":"uri-reference"},
          "bytes":{"type":"string","contentEncoding":"base64"},
          "char":{"type":"string","minLength":1,"maxLength":1,"pattern":"^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$"},
          "level":{"type":["string","null"],"enum":["Low","High",null],"description":"A level."},
          "access":{"type":"string","pattern":"^((Read|Write)(, (Read|Write))*)?$"},
          "texts":{"type":"array","items":{"type":["string","null"]}},
          "map":{"type":"object","additionalProperties":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},
          "any":{},
          "object":{"type":["object","null"]},
          "must":{"type":"boolean","description":"Must be given, see Level & others."},
          "re-named":{"type":"string"}},
         "required":["must"]}
        """)]
    [InlineData("node", "input_schema", """
        {"type":"object","description":"A node.","properties":{
          "name":{"type":"string","description":"Its name."},
          "parent":{"anyOf":[{"$ref":"#/$defs/Node"},{"type":"null"}]},
          "children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},
         "required":["name","children"],
         "$defs":{"Node":{"type":"object","description":"A node.","properties":{
          "name":{"type":"string","description":"Its name."},
          "parent":{"anyOf":[{"$ref":"#/$defs/Node"},{"type":"null"}]},
          "children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},
         "required":["name","children"]}}}
        """)]
    [InlineData("moments", "input_schema", """
        {"type":"object","properties":{
          "at":{"type":"string","format":"date-time"},
          "maybe":{"type":["string","null"],"format":"date-time"},
          "there":{"type":"string","format":"date-time"},
          "time":{"type":"string","pattern":"^(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?)$"},
          "link":{"type":"string","format":"uri-reference"},
          "byDay":{"type":"object","propertyNames":{"format":"date-time"},"additionalProperties":{"type":"boolean"}},
          "byLink":{"type":"object","propertyNames":{"format":"uri-reference"},"additionalProperties":{"$ref":"#/$defs/Line"}},
          "byHour":{"type":"object","propertyNames":{"pattern":"^(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?)$"},"additionalProperties":{"$ref":"#/$defs/Line"}}},
         "required":["at","there","time","link","byDay","byLink","byHour"],
         "$defs":{"Line":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"]}}}
        """)]
    [InlineData("moments", "output_schema", """
        {"type":"object","properties":{
          "at":{"type":"string"},
          "maybe":{"type":["string","null"]},
          "there":{"type":"string","format":"date-time"},
          "time":{"type":"string","pattern":"^(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?)$"},
          "link":{"type":"string"},
          "byDay":{"type":"object","additionalProperties":{"type":"boolean"}},
          "byLink":{"type":"object","additionalProperties":{"$ref":"#/$defs/Line"}},
          "byHour":{"type":"object","propertyNames":{"pattern":"^(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?)$"},"additionalProperties":{"$ref":"#/$defs/Line"}}},
         "required":["at","there","time","link","byDay","byLink","byHour"],
         "$defs":{"Line":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"]}}}
        """)]
    [InlineData("pair", "output_schema", """
        {"type":["object","null"],"properties":{
          "left":{"$ref":"#/$defs/Line","description":"The left one."},
          "right":{"anyOf":[{"$ref":"#/$defs/Line"},{"type":"null"}],"description":"The right one."}},
         "required":["left"],
         "$defs":{"Line":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"]}}}
        """)]
    [InlineData("defaults", "input_schema", """
        {"type":"object","properties":{
          "level":{"type":"string","enum":["Low","High"],"description":"A level.","default":"High"},
          "ratio":{"type":"number","default":0.5},
          "text":{"type":["string","null"],"default":"a\"b"},
          "none":{"type":["integer","null"],"minimum":-2147483648,"maximum":2147483647,"default":null},
          "id":{"type":"string","format":"uuid"},
          "flag":{"type":"boolean","default":true},
          "mark":{"type":"string","minLength":1,"maxLength":1,"pattern":"^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$","description":"Wins.","default":"x"}}}
        """)]
    [InlineData("tool", "output_schema", """{"type":["array","null"],"items":{"type":["string","null"]}}""")]
    [InlineData("untyped", "input_schema", null)]
    [InlineData("untyped", "output_schema", null)]
    [InlineData("plain", "input_schema", null)]
    [InlineData("plain", "output_schema", null)]
    [InlineData("plain", "metadata", null)]
    [InlineData("malformed", "metadata", null)]
    [InlineData("tool", "metadata", """{"requires_confirmation":false}""")]
    [InlineData("block", "metadata", """{"description":"Block comment."}""")]
    [InlineData("described", "metadata", """{"description":"From the attribute."}""")]
    [InlineData("block", "priority", "0")]
    [InlineData("block", "max_concurrency", "3")]
    [InlineData("plain", "priority", null)]
    public async Task Manifest_says(string component, string field, string? expected)
    {
        var entry = await Project.Value.ManifestAsync(component);
        Assert.Equal(expected is null ? null : JsonNode.Parse(expected)!.ToJsonString(), entry[field]?.ToJsonString());
    }

    [Fact]
    public async Task Descriptions_are_the_same_with_and_without_a_documentation_file()
    {
        var project = new ProjectUnderTest("""
            /// <summary>The shop.</summary>
            public static class Orders
            {
                /// <summary>Ships
                /// an <see cref="Order"/>.</summary>
                /// <param name="order">The order.</param>
                /// <param name="note">A note, <see langword="null"/> for none.</param>
                [Agnt5.Function("ship")] public static void Ship(Order order, string? note = null) { }
            }

            /** <summary>An order.</summary>
                <param name="Id">Its id.</param> */
            public record Order(string Id)
            {
                /// <summary>How many.</summary>
                public int Count { get; set; }
            }
            """);

        var entry = await project.Build().ManifestAsync("ship");
        var documented = await (project with { GeneratesDocumentation = true }).Build().ManifestAsync("ship");

        Assert.Equal(entry.ToJsonString(), documented.ToJsonString());
        Assert.Equal("Ships an Order.", (string?)entry["metadata"]!["description"]);
        var properties = entry["input_schema"]!["properties"]!;
        Assert.Equal("The order.", (string?)properties["order"]!["description"]);
        Assert.Equal("A note, null for none.", (string?)properties["note"]!["description"]);
        Assert.Equal("Its id.", (string?)properties["order"]!["properties"]!["id"]!["description"]);
        Assert.Equal("How many.", (string?)properties["order"]!["properties"]!["count"]!["description"]);
    }

    [Fact]
    public async Task Computed_member_is_in_the_output_alone()
    {
        var input = (await Project.Value.ManifestAsync("everything"))["input_schema"]!["properties"]!.AsObject();
        var output = (await Project.Value.ManifestAsync("computed"))["output_schema"]!["properties"]!.AsObject();

        Assert.Equal(["computed"], output.Select(static member => member.Key).Except(input.Select(static member => member.Key)));
    }
}
