using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>The message of a refused input goes to whoever sees the run. It says where the input is wrong, and repeats nothing of it.</summary>
public sealed class RefusedValueTests
{
    private const string Secret = "4111111111111111";

    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Numerics;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Agnt5;

        namespace My.App;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape(string Name);
        public sealed record Circle(string Name, Dictionary<string, int> Sizes) : Shape(Name);

        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
        public sealed record Strict(int A);

        public enum Level { Low, High }

        [JsonConverter(typeof(MoneyConverter))] public readonly record struct Money(decimal Amount);
        public sealed class MoneyConverter : JsonConverter<Money>
        {
            public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                throw new JsonException("no money: " + reader.GetString());
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue("$" + value.Amount);
        }

        public sealed class Card
        {
            private string _number = "";
            public string Number { get => _number; set => _number = value.Length == 4 ? value : throw new ArgumentException($"{value} is no number of a card\nof ours"); }
        }

        public sealed class Values
        {
            public int Count { get; set; }
            public Level Level { get; set; }
            public DateTimeOffset At { get; set; }
            public Guid Id { get; set; }
            public Money Money { get; set; }
            public double Far { get; set; }
            public BigInteger Big { get; set; }
            [RegularExpression("[A-Z]+")] public string? Code { get; set; }
            [AllowedValues("red", "green")] public string? Color { get; set; }
            [EmailAddress] public string? Mail { get; set; }
            [Range(1, 5)] public long Grade { get; set; } = 1;
            [MaxLength(3)] public string? Short { get; set; }
            public Dictionary<string, int> ByName { get; set; } = [];
            public Dictionary<Level, int> ByLevel { get; set; } = [];
            public Dictionary<string, List<Strict>> Nested { get; set; } = [];
        }

        public static class Components
        {
            [Function("shape")] public static string Shape(Shape shape) => shape.Name;
            [Function("strict")] public static int Strict(Strict strict) => strict.A;
            [Function("values")] public static int Values(Values values) => values.Count;
            [Function("card")] public static string Card(Card card) => card.Number;
            [Function("parameters")] public static string Parameters(Dictionary<string, Level> levels, int count) => $"{levels.Count}{count}";
        }
        """).Build());

    [Theory]
    [InlineData("values", """{"count":"S"}""", "$.count: expected integer from -2147483648 to 2147483647, got a string")]
    [InlineData("values", """{"count":S}""", "$.count: expected integer from -2147483648 to 2147483647, got a number")]
    [InlineData("values", """{"level":"S"}""", "$.level: expected one of Low, High, got a string")]
    [InlineData("values", """{"at":"S"}""", "$.at: expected string of format date-time, like 2030-01-31T12:30:00Z, got a string")]
    [InlineData("values", """{"id":"S"}""", "$.id: expected string of format uuid, like 0f8fad5b-d9cb-469f-a165-70867728950e, got a string")]
    [InlineData("values", """{"money":"S"}""", "$.money: expected a value that Money accepts, got a string")]
    [InlineData("values", """{"far":S1e999}""", "$.far: expected number, got one beyond its range")]
    [InlineData("values", """{"big":S.5}""", "$.big: expected integer of at most 4096 digits, got a number")]
    [InlineData("values", """{"code":"S"}""", "$.code: expected string that matches [A-Z]+, got a string")]
    [InlineData("values", """{"color":"S"}""", "$.color: expected one of \"red\", \"green\", got a string")]
    [InlineData("values", """{"mail":"S"}""", "$.mail: expected string that is an email address, got a string")]
    [InlineData("values", """{"grade":S}""", "$.grade: expected integer from 1 to 5, got a number")]
    [InlineData("values", """{"short":"S"}""", "$.short: expected string of at most 3 characters, got a string")]
    [InlineData("shape", """{"kind":"S"}""", "$.kind: expected one of circle, got a string")]
    [InlineData("shape", """{"kind":S}""", "$.kind: expected one of circle, got a number")]
    [InlineData("shape", """{"kind":"circle","name":"c","sizes":{"a":1,"S":"x"}}""", "$.sizes[member 1]: expected integer from -2147483648 to 2147483647, got a string")]
    [InlineData("values", """{"byName":{"S":null}}""", "$.byName[member 0]: expected integer from -2147483648 to 2147483647, got null")]
    [InlineData("values", """{"byLevel":{"High":1,"S":1}}""", "$.byLevel[member 1]: expected a name that is one of Low, High")]
    [InlineData("values", """{"nested":{"S":[{"a":1},{"a":true}]}}""", "$.nested[member 0][1].a: expected integer from -2147483648 to 2147483647, got a boolean")]
    [InlineData("strict", """{"a":1,"S":2}""", "$[member 1]: is not a member of this type")]
    [InlineData("card", """{"number":"S"}""", "$.number: is refused (ArgumentException)")]
    [InlineData("parameters", """{"levels":{"S":"S"}}""", "$.levels[member 0]: expected one of Low, High, got a string; $.count: is required")]
    public async Task A_refused_input_is_described_without_a_word_of_it(string component, string input, string message) =>
        Assert.Equal(message, await RefusalAsync(component, input, quoting: false));

    [Theory]
    [InlineData("values", """{"count":"S"}""", "$.count: expected integer from -2147483648 to 2147483647, got \"S\"")]
    [InlineData("strict", """{"a":1,"S":2}""", "$.S: is not a member of this type")]
    [InlineData("values", """{"byName":{"S":null}}""", "$.byName.S: expected integer from -2147483648 to 2147483647, got null")]
    [InlineData("card", """{"number":"S"}""", "$.number: S is no number of a card\uFFFDof ours")]
    public async Task An_endpoint_that_may_quote_says_what_came(string component, string input, string message) =>
        Assert.Equal(message.Replace("S", Secret, StringComparison.Ordinal), await RefusalAsync(component, input, quoting: true));

    private static async Task<string?> RefusalAsync(string component, string input, bool quoting)
    {
        var envelope = $$"""{"component_name":"{{component}}","component_type":"function","run_id":"r","input":{{input.Replace("S", Secret, StringComparison.Ordinal)}}}""";
        var response = await Project.Value.SendAsync("POST", "/agnt5/invoke", envelope, options: options => options.QuoteRefusedValues = quoting);

        Assert.True("WORKERLESS_INPUT_INVALID" == (string?)response["error"]?["code"], response.ToJsonString());
        return (string?)response["error"]!["message"];
    }
}
