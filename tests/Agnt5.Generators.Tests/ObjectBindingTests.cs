using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>How objects are constructed and filled where System.Text.Json would refuse, lose data or surprise.</summary>
public sealed class ObjectBindingTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        public sealed class Settings
        {
            public int Plain { get; set; } = 1;
            public int Init { get; init; } = 2;
            public List<string> Names { get; init; } = ["given"];
            public string? Note { get; set; } = "note";
        }

        public sealed record Generic<T>(T? Value) { public T[] Items { get; init; } = []; public required T Must { get; init; } }
        public sealed class Strict { private string _text = "?"; public required string Text { get => _text; set => _text = value ?? throw new ArgumentNullException(); } }
        public readonly struct Money { public Money(decimal amount, string currency = "EUR") { Amount = amount; Currency = currency; } public decimal Amount { get; } public string Currency { get; } }
        public readonly record struct Pair(int Left, int Right = 2);
        public sealed record Positional(string Id, string? Note, int Count, int Limit = 10, DayOfWeek Day = DayOfWeek.Friday, double Ratio = 0.5, char Mark = '"', string Text = "a\"b", Guid Key = default, int? Maybe = 3);
        public sealed class Ignoring { public Ignoring(int kept, int dropped = 5) { Kept = kept; Dropped = dropped; } public int Kept { get; } [JsonIgnore] public int Dropped { get; } public int Sum => Kept + Dropped; }
        public struct Counter { public Counter() { Step = 4; } public int Step { get; set; } }
        public sealed class Written { private Written() { } public static Written Create() => new(); public string Text => "w"; }

        public interface INamed { string Name { get; } }
        public interface IShape : INamed { int Sides { get; } }
        public sealed record Square(string Name) : IShape { public int Sides => 4; public string Own => "not declared"; }

        public static class Echo
        {
            [Function] public static Settings Settings(Settings value) => value;
            [Function] public static Generic<int> GenericInt(Generic<int> value) => value;
            [Function] public static Generic<string> GenericString(Generic<string> value) => value;
            [Function] public static Strict Strict(Strict value) => value;
            [Function] public static Money Money(Money value) => value;
            [Function] public static Pair Pair(Pair value) => value;
            [Function] public static Positional Positional(Positional value) => value;
            [Function] public static Ignoring Ignoring(Ignoring value) => value;
            [Function] public static Counter Counter(Counter value) => value;
            [Function] public static Written Written() => My.App.Written.Create();
            [Function] public static IShape Shape() => new Square("s");
            [Function] public static Dictionary<string, object?> Objects() => new() { ["text"] = "t", ["number"] = 1.5, ["id"] = Guid.Empty, ["none"] = null };
            [Function] public static Settings? Optional(Settings? value = null) => value;
            [Function] public static Money? OptionalStruct(Money? value) => value;
            [Function] public static int Whole([Input] int[] numbers) => numbers.Length;
            [Function] public static int Member(int[] numbers) => numbers.Length;
            [Function] public static JsonElement Untyped(JsonElement anything) => anything;
            [Function] public static int Map(Dictionary<string, int> map) => map.Count;
            [Function] public static string Several(string @class, Settings settings, int limit = 10, DayOfWeek day = (DayOfWeek)5, bool? flag = null) => $"{@class} {settings.Plain} {limit} {day} {flag is null}";
        }
        """).Build());

    [Theory]
    [InlineData("settings", "{}", """{"plain":1,"init":2,"names":["given"],"note":"note"}""")]
    [InlineData("settings", """{"note":null,"names":[],"unknown":1}""", """{"plain":1,"init":2,"names":[],"note":null}""")]
    [InlineData("generic_int", """{"value":1,"must":7}""", """{"value":1,"items":[],"must":7}""")]
    [InlineData("generic_string", """{"must":"m"}""", """{"value":null,"items":[],"must":"m"}""")]
    [InlineData("strict", """{"text":"t"}""", """{"text":"t"}""")]
    [InlineData("money", """{"amount":1.50}""", """{"amount":1.50,"currency":"EUR"}""")]
    [InlineData("pair", """{"left":1}""", """{"left":1,"right":2}""")]
    [InlineData("positional", """{"id":"i","count":1}""", """{"id":"i","note":null,"count":1,"limit":10,"day":"Friday","ratio":0.5,"mark":"\"","text":"a\"b","key":"00000000-0000-0000-0000-000000000000","maybe":3}""")]
    [InlineData("ignoring", """{"kept":1,"dropped":9}""", """{"kept":1,"sum":6}""")]
    [InlineData("counter", "{}", """{"step":4}""")]
    [InlineData("written", "{}", """{"text":"w"}""")]
    [InlineData("shape", "{}", """{"sides":4,"name":"s"}""")]
    [InlineData("objects", "{}", """{"text":"t","number":1.5,"id":"00000000-0000-0000-0000-000000000000","none":null}""")]
    [InlineData("optional", "null", """{"plain":1,"init":2,"names":["given"],"note":"note"}""")]
    [InlineData("optional_struct", """{"amount":1}""", """{"amount":1,"currency":"EUR"}""")]
    [InlineData("whole", "[1,2]", "2")]
    [InlineData("member", """{"numbers":[1,2]}""", "2")]
    [InlineData("untyped", """[{"a":null}]""", """[{"a":null}]""")]
    [InlineData("map", """{"a":1,"B":2}""", "2")]
    [InlineData("several", """{"class":"c","settings":{"plain":4}}""", "\"c 4 10 Friday True\"")]
    public async Task Input_binds(string function, string input, string output) =>
        Assert.Equal(output, await Project.Value.OutputAsync("function", function, input));

    [Theory]
    [InlineData("positional", "{}", "$.id: is required; $.count: is required")]
    [InlineData("positional", """{"id":null,"count":1}""", "$.id: expected string, got null")]
    [InlineData("positional", """{"Id":"i","count":1}""", "$.id: is required")]
    [InlineData("generic_string", "{}", "$.must: is required")]
    [InlineData("strict", "{}", "$.text: is required")]
    [InlineData("strict", """{"text":null}""", "$.text: expected string, got null")]
    [InlineData("settings", """{"names":null}""", "$.names: expected array, got null")]
    [InlineData("money", """{"currency":"EUR"}""", "$.amount: is required")]
    [InlineData("several", """{"settings":{"plain":"4"}}""", "$.class: is required; $.settings.plain: expected integer from -2147483648 to 2147483647, got \"4\"")]
    [InlineData("several", """{"class":"c","settings":{},"day":5}""", "$.day: expected one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, got 5")]
    public async Task Input_that_does_not_bind_is_refused_with_path_and_expectation(string function, string input, string message)
    {
        var response = await Project.Value.InvokeAsync("function", function, input);

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)response["error"]?["code"]);
        Assert.Equal(message, (string?)response["error"]!["message"]);
    }
}
