using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A constructor, setter or converter of the project says why it refuses a value. Who wrote the value, a model above all, reads the path and the reason and can mend it.</summary>
public sealed class RefusalReasonTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Agnt5;

        namespace My.App;

        internal static class Check
        {
            public static int Years(int years) => years < 150 ? years : throw new ArgumentException($"{years} is no age");
        }

        public sealed class Age { private int _years; public int Years { get => _years; set => _years = Check.Years(value); } }
        public sealed class Fixed { private readonly int _years; public int Years { get => _years; init => _years = Check.Years(value); } }
        public sealed record Named(string Name, int Years) { public int Years { get; init; } = Check.Years(Years); }
        public readonly struct Span(int start, int end)
        {
            public int Start { get; } = start;
            public int End { get; } = end >= start ? end : throw new ArgumentOutOfRangeException(nameof(end), $"{end} is before {start}");
        }

        [JsonDerivedType(typeof(Cat), "cat")]
        public abstract record Pet(string Name);
        public sealed record Cat(string Name) : Pet(Name)
        {
            private int _lives;
            public int Lives { get => _lives; set => _lives = value is 9 ? 9 : throw new InvalidOperationException("a cat has nine lives"); }
        }

        public sealed class Few : List<int>, ICollection<int>
        {
            void ICollection<int>.Add(int item) { if (Count == 2) throw new InvalidOperationException("two are enough"); base.Add(item); }
        }
        public sealed class Whole : IJsonOnDeserialized
        {
            public int A { get; set; }
            public int B { get; set; }
            public void OnDeserialized() { if (A + B != 10) throw new InvalidOperationException("a and b are ten together"); }
        }
        public sealed class Mute { public int A { get => 0; set => throw new InvalidOperationException(" "); } }

        [JsonConverter(typeof(MoneyConverter))] public readonly record struct Money(decimal Amount);
        public sealed class MoneyConverter : JsonConverter<Money>
        {
            public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString() switch
            {
                "none" => throw new JsonException("there is no such currency"),
                "odd" => throw new FormatException("an amount is odd"),
                _ => new(JsonSerializer.Deserialize<decimal>("\"x\"")),
            };
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
        }
        public sealed class EvenConverter : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetInt32() switch
            {
                var number when number % 2 == 0 => number,
                1 => throw new JsonException("1 is odd"),
                var number => throw new ArgumentException($"{number} is odd"),
            };
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
        }

        public sealed class All
        {
            public List<Age> Ages { get; set; } = [];
            public Dictionary<string, Age> ByName { get; set; } = [];
            public Fixed? Fixed { get; set; }
            public Named? Named { get; set; }
            public List<List<Named>> Lists { get; set; } = [];
            public Span? Span { get; set; }
            public (string Name, Age Age)? Pair { get; set; }
            public Pet? Pet { get; set; }
            public Cat? Cat { get; set; }
            public Few? Few { get; set; }
            public Whole? Whole { get; set; }
            public Mute? Mute { get; set; }
            public Money? Money { get; set; }
            public List<Money> Prices { get; set; } = [];
            [JsonConverter(typeof(EvenConverter))] public int Even { get; set; }
            public int Number { get; set; }
            public All? Inner { get; set; }
        }

        public static class Components
        {
            [Function("all")] public static string All(All all) => "ok";
            [Function("age")] public static string Age(Age age) => "ok";
            [Function("ages")] public static string Ages(List<Age> ages, int count) => "ok";
        }
        """).Build());

    [Theory]
    [InlineData("age", """{"years":900}""", "$.years: 900 is no age")]
    [InlineData("all", """{"ages":[{"years":1},{"years":900}]}""", "$.ages[1].years: 900 is no age")]
    [InlineData("ages", """{"ages":[{"years":900}],"count":1}""", "$.ages[0].years: 900 is no age")]
    [InlineData("all", """{"ages":[{"years":900},{"years":1},{"years":901}],"number":"x"}""",
        "$.ages[0].years: 900 is no age; $.ages[2].years: 901 is no age; $.number: expected integer from -2147483648 to 2147483647, got \"x\"")]
    [InlineData("all", """{"byName":{"ann":{"years":900}}}""", "$.byName.ann.years: 900 is no age")]
    [InlineData("all", """{"fixed":{"years":900}}""", "$.fixed.years: 900 is no age")]
    [InlineData("all", """{"named":{"name":"Ada","years":900}}""", "$.named: 900 is no age")]
    [InlineData("all", """{"lists":[[],[{"name":"Ada","years":1},{"name":"Bob","years":900}]]}""", "$.lists[1][1]: 900 is no age")]
    [InlineData("all", """{"span":{"start":3,"end":1}}""", "$.span.end: 1 is before 3")]
    [InlineData("all", """{"pair":{"name":"Ada","age":{"years":900}}}""", "$.pair.age.years: 900 is no age")]
    [InlineData("all", """{"pet":{"name":"Tom","lives":7,"$type":"cat"}}""", "$.pet.lives: a cat has nine lives")]
    [InlineData("all", """{"pet":{"$type":"cat","name":"Tom","lives":7}}""", "$.pet.lives: a cat has nine lives")]
    [InlineData("all", """{"cat":{"name":"Tom","lives":7}}""", "$.cat.lives: a cat has nine lives")]
    [InlineData("all", """{"cat":{"lives":7,"name":"Tom"}}""", "$.cat.lives: a cat has nine lives")]
    [InlineData("all", """{"few":[1,2,3]}""", "$.few: two are enough")]
    [InlineData("all", """{"whole":{"a":1,"b":2}}""", "$.whole: a and b are ten together")]
    [InlineData("all", """{"mute":{"a":1}}""", "$.mute.a: is refused (InvalidOperationException)")]
    [InlineData("all", """{"money":"none"}""", "$.money: expected a value that Money accepts, got \"none\": there is no such currency")]
    [InlineData("all", """{"prices":["odd"]}""", "$.prices[0]: expected a value that Money accepts, got \"odd\": an amount is odd")]
    [InlineData("all", """{"prices":["other"]}""", "$.prices[0]: expected a value that Money accepts, got \"other\"")]
    [InlineData("all", """{"even":1}""", "$.even: expected a value that Int32 accepts, got 1: 1 is odd")]
    [InlineData("all", """{"even":3}""", "$.even: 3 is odd")]
    [InlineData("all", """{"even":"x"}""", "$.even: expected a value that Int32 accepts, got \"x\"")]
    [InlineData("all", """{"inner":{"inner":{"ages":[{"years":900}],"named":{"name":"Ada","years":901}}}}""", "$.inner.inner.ages[0].years: 900 is no age; $.inner.inner.named: 901 is no age")]
    public async Task Who_wrote_a_value_reads_where_and_why_it_is_refused(string component, string input, string message) =>
        Assert.Equal(message, await RefusalAsync(component, input, quoting: true));

    [Theory]
    [InlineData("age", """{"years":900}""", "$.years: is refused (ArgumentException)")]
    [InlineData("all", """{"byName":{"ann":{"years":900}}}""", "$.byName[member 0].years: is refused (ArgumentException)")]
    [InlineData("all", """{"named":{"name":"Ada","years":900}}""", "$.named: is refused (ArgumentException)")]
    [InlineData("all", """{"span":{"start":3,"end":1}}""", "$.span.end: is refused (ArgumentOutOfRangeException)")]
    [InlineData("all", """{"prices":["odd"]}""", "$.prices[0]: expected a value that Money accepts, got a string (FormatException)")]
    [InlineData("all", """{"money":"none"}""", "$.money: expected a value that Money accepts, got a string")]
    [InlineData("all", """{"even":3}""", "$.even: is refused (ArgumentException)")]
    public async Task Others_read_where_and_the_type_of_the_exception(string component, string input, string message) =>
        Assert.Equal(message, await RefusalAsync(component, input, quoting: false));

    // Each object is bound on its own as long as that takes no more than a few readings of the document.
    [Fact]
    public async Task A_deep_refusal_keeps_its_path()
    {
        var input = string.Concat(Enumerable.Repeat("""{"inner":""", 20)) + $$"""{"ages":[{"years":900}],"prices":[],"byName":{"x":{"years":901} } }""" + new string('}', 20);

        var message = await RefusalAsync("all", input, quoting: true);

        Assert.Equal($"${string.Concat(Enumerable.Repeat(".inner", 20))}.ages[0].years: 900 is no age; ${string.Concat(Enumerable.Repeat(".inner", 20))}.byName.x.years: 901 is no age", message);
    }

    private static async Task<string?> RefusalAsync(string component, string input, bool quoting)
    {
        var envelope = $$"""{"component_name":"{{component}}","component_type":"function","run_id":"r","input":{{input}}}""";
        var response = await Project.Value.SendAsync("POST", "/agnt5/invoke", envelope, options: options => options.QuoteRefusedValues = quoting);

        Assert.True("WORKERLESS_INPUT_INVALID" == (string?)response["error"]?["code"], response.ToJsonString());
        return (string?)response["error"]!["message"];
    }
}
