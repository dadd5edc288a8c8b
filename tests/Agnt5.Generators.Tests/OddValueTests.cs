using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Values that System.Text.Json cannot write, or cannot read back, cross the wire and come back.</summary>
public sealed class OddValueTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Agnt5;

        namespace My.App;

        [Flags, JsonConverter(typeof(JsonStringEnumConverter))] public enum Days { Monday = 1, Tuesday = 2 }
        public sealed class Unset { public Days Days { get; set; } public ImmutableArray<int> Items { get; set; } public JsonElement Any { get; set; } }
        public sealed class Extended { public int Known { get; set; } [JsonExtensionData] public JsonObject? Rest { get; set; } }
        public sealed class Sorted { public SortedList<int, string> Names { get; } = new() { [9] = "replaced" }; public Stack<int> Stack { get; } = new(); }

        public static class Components
        {
            [Function("unset")] public static Unset Unset(Unset input) => input;
            [Function("clash")] public static Extended Clash() => new() { Known = 1, Rest = new() { ["known"] = 2, ["other"] = new JsonObject { ["a"] = 3 } } };
            [Function("extended")] public static Extended Extended(Extended input) => input;
            [Function("sorted")] public static Sorted Sorted(Sorted input) => input;
        }
        """).Build());

    [Theory]
    [InlineData("unset", "{}", """{"days":"","items":[],"any":null}""")]
    [InlineData("unset", """{"days":"","items":[],"any":null}""", """{"days":"","items":[],"any":null}""")]
    [InlineData("clash", "{}", """{"known":1,"other":{"a":3}}""")]
    [InlineData("extended", """{"known":1,"a":{"b":[null]},"c":"d"}""", """{"known":1,"a":{"b":[null]},"c":"d"}""")]
    [InlineData("sorted", """{"names":{"2":"b","1":"a"},"stack":[3,2,1]}""", """{"names":{"1":"a","2":"b"},"stack":[3,2,1]}""")]
    public async Task Odd_value_is_sound_json(string component, string input, string output) =>
        Assert.Equal(output, await Project.Value.OutputAsync("function", component, input));
}
