using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Each type that the generator supports binds and writes as System.Text.Json does by reflection.</summary>
public sealed class TypeCoverageTests
{
    private static readonly (string Type, string Json)[] Samples =
    [
        ("bool", "true"),
        ("sbyte", "-128"), ("byte", "255"), ("short", "-32768"), ("ushort", "65535"), ("int", "-2147483648"), ("uint", "4294967295"),
        ("long", "-9223372036854775808"), ("ulong", "18446744073709551615"),
        ("Int128", "-170141183460469231731687303715884105728"), ("UInt128", "340282366920938463463374607431768211455"),
        ("float", "1.5"), ("double", "1E+300"), ("Half", "0.5"), ("decimal", "79228162514264337593543950335"),
        ("char", "\"é\""), ("string", "\"line\\nbreak \\u2028 😀\""), ("string", "\"\""),
        ("Uri", "\"https://example.com/a?b=c\""), ("Version", "\"1.2.3\""), ("Guid", "\"0f8fad5b-d9cb-469f-a165-70867728950e\""),
        ("byte[]", "\"AQID\""),
        ("DateTime", "\"2026-09-01T12:30:00Z\""), ("DateTimeOffset", "\"2026-09-01T12:30:00+02:00\""),
        ("DateOnly", "\"2026-09-01\""), ("TimeOnly", "\"12:30:00\""), ("TimeSpan", "\"1.02:03:04\""),
        ("Level", "\"High\""), ("Access", "\"Read, Write\""),
        ("int?", "5"), ("int?", "null"), ("Level?", "\"Low\""), ("Point?", "null"), ("string?", "null"),
        ("int[]", "[1,2]"), ("string?[]", "[\"a\",null]"), ("int[][]", "[[1],[]]"),
        ("List<int>", "[1,2]"), ("IList<int>", "[1,2]"), ("ICollection<int>", "[1,2]"), ("IReadOnlyList<Line>", """[{"sku":"a","count":1}]"""),
        ("IReadOnlyCollection<string>", "[\"a\"]"), ("IEnumerable<Level>", "[\"Low\"]"), ("List<List<int?>>", "[[1,null]]"),
        ("Dictionary<string, int>", """{"Aa":1,"b c":2}"""), ("IDictionary<string, Line?>", """{"x":null}"""),
        ("IReadOnlyDictionary<string, string[]>", """{"x":["y"]}"""),
        ("JsonElement", """{"any":[1,"2",null]}"""), ("JsonElement", "null"), ("JsonNode", "[1]"), ("JsonObject", """{"a":{}}"""), ("JsonArray", "[1,[2]]"),
        ("JsonDocument", "{}"), ("object", "[1]"), ("dynamic", "{}"),
        ("Line", """{"sku":"a","count":1}"""), ("Point", """{"x":1,"y":2}"""), ("Money", """{"amount":9.50,"currency":"EUR"}"""), ("Pair", """{"left":1,"right":2}"""),
        ("Tree", """{"name":"root","children":[{"name":"leaf","children":[],"parent":null}],"parent":{"name":"up","children":[],"parent":null}}"""),
        ("Page<Line>", """{"items":[{"sku":"a","count":1}],"next":"n","total":7}"""), ("Page<int?>", """{"items":[1,null],"next":"n","total":0}"""),
        ("Derived", """{"own":true,"late":"l","id":"i","tag":"t"}"""), ("Nested<int>.Inner<string>", """{"outer":1,"inner":"x"}"""),
        ("Cell<string>", """{"content":"c"}"""), ("Named", """{"the-name":"n","@class":1,"urlPath":"/"}"""), ("Chosen", """{"value":3}"""),
    ];

    private const string Types = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Agnt5;

        namespace My.App;

        public enum Level { Low, High = 7 }
        [Flags] public enum Access { None = 0, Read = 1, Write = 2 }
        public sealed record Line(string Sku, int Count);
        public struct Point { public int X { get; set; } public int Y { get; init; } }
        public readonly struct Money { [JsonConstructor] public Money(decimal amount, string currency) { Amount = amount; Currency = currency; } public decimal Amount { get; } public string Currency { get; } }
        public readonly record struct Pair(int Left, int Right);
        public sealed class Tree { public required string Name { get; init; } public List<Tree> Children { get; set; } = []; public Tree? Parent { get; set; } }
        public sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null) { public long Total { get; init; } = 100; }
        public abstract class Base<T> { public T? Id { get; init; } public string Tag { get; set; } = "none"; public virtual string Late { get; init; } = ""; }
        public sealed class Derived : Base<string> { public bool Own { get; set; } public override string Late { get; init; } = "late"; }
        public class Nested<T> where T : struct { public sealed class Inner<U> where U : class { public required T Outer { get; init; } [JsonPropertyName("inner")] public required U Value { get; init; } [JsonIgnore] public int Hidden => 1; } }
        public sealed class Named { [JsonPropertyName("the-name")] public string Name { get; set; } = ""; [JsonPropertyName("@class")] public int @class { get; set; } public string URLPath { get; set; } = ""; [JsonIgnore] public string Secret { get; set; } = "s"; }
        public struct Cell<T> where T : IComparable<T> { public Cell() { } public T? Content { get; init; } = default; }
        public sealed class Chosen { public Chosen() { } [JsonConstructor] public Chosen(int value) => Value = value; public int Value { get; } }
        """;

    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest(Types + Functions()).Build());

    /// <summary>The options that generated metadata stands for.</summary>
    private static readonly JsonSerializerOptions Reflection = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
    };

    public static TheoryData<int, string, string> All
    {
        get
        {
            var all = new TheoryData<int, string, string>();
            for (var i = 0; i < Samples.Length; i++)
                all.Add(i, Samples[i].Type, Samples[i].Json);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Value_is_read_and_written_as_by_reflection(int index, string type, string json)
    {
        _ = type;
        var clrType = Project.Value.Assembly.GetType("My.App.Echo")!.GetMethod($"Echo{index}")!.ReturnType;
        var expected = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, clrType, Reflection), clrType, Reflection);

        var output = await Project.Value.OutputAsync("function", $"echo{index}", $$"""{"wrapped":{{json}}}""");

        Assert.Equal($$"""{"wrapped":{{expected}}}""", output);
    }

    /// <summary>Both schemas stripped to what both can say: the exporter knows neither ranges and formats nor the nullability of type arguments.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Schema_has_the_shape_that_the_exporter_gives(int index, string type, string json)
    {
        _ = json;
        var clrType = Project.Value.Assembly.GetType("My.App.Echo")!.GetMethod($"Echo{index}")!.ReturnType;
        var expected = SchemaShape.Of(Reflection.GetJsonSchemaAsNode(clrType));
        var actual = SchemaShape.Of((await Project.Value.ManifestAsync($"echo{index}"))["output_schema"]!["properties"]!["wrapped"]!);

        if (type != "Tree")
            Assert.Equal(expected, actual);
        else
            Assert.Contains("$ref", actual, StringComparison.Ordinal);
    }

    private static string Functions()
    {
        var source = new StringBuilder("\npublic static class Echo\n{\n");
        for (var i = 0; i < Samples.Length; i++)
        {
            source.AppendLine($"    public static {Samples[i].Type} Echo{i}() => throw new NotSupportedException();");
            source.AppendLine($"    [Function(\"echo{i}\")] public static Wrapper<{Samples[i].Type}> Call{i}(Wrapper<{Samples[i].Type}> input) => input;");
        }

        return source.AppendLine("}\npublic sealed record Wrapper<T>(T Wrapped);").ToString();
    }
}
