using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>An input that does not bind is answered with all that is wrong with it, whatever the types are.</summary>
public sealed class InputProblemTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.Numerics;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Agnt5;

        namespace My.App;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), 2)]
        public abstract record Shape(string Name);
        public sealed record Circle(string Name, double Radius) : Shape(Name);
        public sealed record Square(string Name, int Side) : Shape(Name);

        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
        public sealed record Strict(int A);
        public sealed class Open { public int A { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } }

        public sealed class Numbers
        {
            [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int Lenient { get; set; }
            [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public List<int> Many { get; set; } = [];
            [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] public double Named { get; set; }
            public int Exact { get; set; }
            public BigInteger Big { get; set; }
            public Int128 Wide { get; set; }
            public Half Half { get; set; }
        }

        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public sealed record Loose(int A, int B);
        public sealed class LongTexts
        {
            [System.ComponentModel.DataAnnotations.AllowedValues(LongTexts.One, LongTexts.Other)] public string? Text { get; set; }
            [System.ComponentModel.DataAnnotations.Range(1, 5)] public int Number { get; set; } = 2;
            private const string One = Ten + Ten + Ten + Ten + Ten, Other = One + Ten;
            private const string Ten = A + A + A + A + A + A + A + A + A + A, A = B + B + B + B + B + B + B + B + B + B, B = "0123456789";
        }

        [Flags] public enum Access { Read = 1, Write = 2 }
        public enum Level { [JsonStringEnumMemberName("low-level")] Low, High }

        [JsonConverter(typeof(MoneyConverter))] public readonly record struct Money(decimal Amount);
        public sealed class MoneyConverter : JsonConverter<Money>
        {
            public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                reader.GetString() is ['$', .. var amount] ? new(decimal.Parse(amount)) : throw new JsonException("it is a dollar short");
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue("$" + value.Amount);
        }
        public sealed class UpperConverter : JsonConverter<string>
        {
            public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                reader.GetString() is { } text && text == text.ToUpperInvariant() ? text : throw new JsonException("it is not loud");
            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
        }

        public sealed class Values
        {
            public char Char { get; set; }
            public Access Access { get; set; }
            public Level Level { get; set; }
            public TimeSpan Span { get; set; }
            public Money Money { get; set; }
            [JsonConverter(typeof(UpperConverter))] public string Upper { get; set; } = "";
            public (int Count, string Name) Pair { get; set; }
            public Dictionary<Level, int> ByLevel { get; set; } = [];
            public Dictionary<byte, int> ByNumber { get; set; } = [];
            public Dictionary<Guid, int> ById { get; set; } = [];
            public HashSet<int> Set { get; set; } = [];
            public int Plain { get; set; }
        }

        public static class Components
        {
            [Function("shapes")] public static string Shapes(List<Shape> shapes) => string.Join(",", shapes);
            [Function("shape")] public static string Shape(Shape shape) => shape.Name;
            [Function("strict")] public static int Strict(Strict strict) => strict.A;
            [Function("open")] public static int Open(Open open) => open.A;
            [Function("numbers")] public static double Numbers(Numbers numbers) => numbers.Lenient;
            [Function("loose")] public static int Loose(Loose loose) => loose.A;
            [Function("long_texts")] public static int LongTexts(LongTexts texts) => texts.Number;
            [Function("values")] public static string Values(Values values) => values.Upper;
        }
        """).Build());

    [Theory]
    [InlineData(
        "shapes", """{"shapes":[{"name":"a"},{"name":"b","kind":"tri"},{"name":1,"radius":"x","kind":"circle"},{"kind":2}]}""",
        "$.shapes[0].kind: is required, one of circle, 2; $.shapes[1].kind: expected one of circle, 2, got \"tri\"; $.shapes[2].radius: "
        + "expected number, got \"x\"; $.shapes[2].name: expected string, got 1; $.shapes[3].side: is required; $.shapes[3].name: is required")]
    [InlineData("shape", """{"name":"a"}""", "$.kind: is required, one of circle, 2")]
    [InlineData("strict", """{"a":1,"b":2,"c":{}}""", "$.b: is not a member of this type; $.c: is not a member of this type")]
    [InlineData("open", """{"a":"x","b":2}""", "$.a: expected integer from -2147483648 to 2147483647, got \"x\"")]
    [InlineData(
        "numbers", """{"lenient":"5","many":["1","x"],"named":"NaN","exact":"5","big":1.5,"wide":"1","half":true}""",
        "$.many[1]: expected integer from -2147483648 to 2147483647, got \"x\"; $.exact: expected integer from -2147483648 to 2147483647, got \"5\"; "
        + "$.big: expected integer of at most 4096 digits, got 1.5; "
        + "$.wide: expected integer from -170141183460469231731687303715884105728 to 170141183460469231731687303715884105727, got \"1\"; $.half: expected number, got true")]
    [InlineData("values", """{"char":"ab","access":"Read, Run","level":"Low","span":"soon","money":"5","pair":{"count":"x"},"byLevel":{"low-level":1,"x":2},"byNumber":{"300":1},"byId":{"me":"x"},"set":{},"plain":1}""", "$.char: expected string of one character, got \"ab\"; $.access: expected names of Read, Write with \", \" between them, got \"Read, Run\"; $.level: expected one of low-level, High, got \"Low\"; $.span: expected string like 1.02:03:04, got \"soon\"; $.money: expected a value that Money accepts, got \"5\": it is a dollar short; $.pair.count: expected integer from -2147483648 to 2147483647, got \"x\"; $.pair.name: is required; $.byLevel.x: expected a name that is one of low-level, High; $.byNumber.300: expected a name that is integer from 0 to 255; $.byId.me: expected a name that is string of format uuid, like 0f8fad5b-d9cb-469f-a165-70867728950e; $.byId.me: expected integer from -2147483648 to 2147483647, got \"x\"; $.set: expected array, got an object")]
    [InlineData("loose", """{"a":"1"}""", "$.b: is required")]
    [InlineData(
        "values",
        """{"upper":"lower","plain":"x"}""",
        "$.upper: expected a value that String accepts, got \"lower\": it is not loud; $.plain: expected integer from -2147483648 to 2147483647, got \"x\"")]
    [InlineData("values", """{"plain":"x","plain":1}""", "$.plain: expected integer from -2147483648 to 2147483647, got \"x\"")]
    public async Task Every_problem_is_named_with_its_path_and_what_was_expected(string component, string input, string message)
    {
        var response = await Project.Value.InvokeAsync("function", component, input);

        Assert.True("WORKERLESS_INPUT_INVALID" == (string?)response["error"]?["code"], response.ToJsonString());
        Assert.Equal(message, (string?)response["error"]!["message"]);
    }

    [Fact]
    public async Task A_limit_whose_words_are_longer_than_the_message_may_be_still_holds()
    {
        var response = await Project.Value.InvokeAsync("function", "long_texts", """{"text":"other","number":77}""");

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)response["error"]?["code"]);
        Assert.StartsWith("$.text: expected ", (string?)response["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_input_is_answered_with_a_bounded_message()
    {
        var names = string.Join(',', Enumerable.Range(0, 10_000).Select(static i => $"\"{new string('n', 200)}{i}\":1"));
        var response = await Project.Value.InvokeAsync("function", "strict", $$"""{"a":1,{{names}}}""");

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)response["error"]!["code"]);
        Assert.InRange(((string)response["error"]!["message"]!).Length, 100, 8 * 1024);
    }
}
