using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Enums that are numbers in JSON: flags of which some have no name, and enums that only give a type of numbers a name.</summary>
public sealed class NumberedEnumTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        [JsonConverter(typeof(JsonNumberEnumConverter<UserId>))] public enum UserId : long;
        [JsonConverter(typeof(JsonNumberEnumConverter<Level>))] public enum Level { None, Low, [JsonStringEnumMemberName("top")] High = 10, Most = 10 }
        [Flags, JsonConverter(typeof(JsonNumberEnumConverter<Channels>))] public enum Channels : byte { Mail = 1, Push = 2, Both = 3 }

        public static class Components
        {
            [Workflow] public static Task<UserId> User(WorkflowContext ctx, [Input] UserId value) => ctx.StepAsync("echo", () => value);
            [Workflow] public static Task<Dictionary<UserId, int>> Users(WorkflowContext ctx, Dictionary<UserId, int> values) => ctx.StepAsync("echo", () => values);
            [Workflow] public static Task<Dictionary<Level, int>> Levels(WorkflowContext ctx, Dictionary<Level, int> values) => ctx.StepAsync("echo", () => values);
            [Workflow] public static Task<Dictionary<Channels, int>> Sets(WorkflowContext ctx, Dictionary<Channels, int> values) => ctx.StepAsync("echo", () => values);
        }
        """).Build());

    [Theory]
    [InlineData("user", "7")]
    [InlineData("user", "-9223372036854775808")]
    [InlineData("users", """{"7":1,"-8":2}""")]
    [InlineData("levels", """{"None":1,"Low":2,"top":3}""")]
    [InlineData("sets", """{"Mail":1,"Both":2,"0":3,"64":4}""")]
    public async Task A_value_comes_back_as_it_was_written(string workflow, string value) => Assert.Equal(value, await Project.Value.OutputAsync("workflow", workflow, value));

    [Theory]
    [InlineData("My.App.UserId", 7, -8)]
    [InlineData("My.App.Level", 0, 1, 10)]
    [InlineData("My.App.Channels", 1, 3, 0, 64)]
    public async Task Keys_are_those_that_System_Text_Json_writes(string type, params int[] values)
    {
        var keyType = Project.Value.Assembly.GetType(type)!;
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(keyType, typeof(int)))!;
        foreach (var value in values)
            dictionary.Add(Enum.ToObject(keyType, value), 1);
        var json = JsonSerializer.Serialize(dictionary, dictionary.GetType());

        Assert.Equal(json, await Project.Value.OutputAsync("workflow", keyType.Name switch { "UserId" => "users", "Level" => "levels", _ => "sets" }, json));
    }

    [Theory]
    [InlineData("user", "\"7\"", "$: expected integer, got \"7\"")]
    [InlineData("users", """{"x":1}""", "$.x: expected a name that is integer")]
    [InlineData("users", """{"07":1}""", "$.07: expected a name that is integer")]
    [InlineData("levels", """{"1":1}""", "$.1: expected a name that is one of None, Low, top, Most")]
    [InlineData("levels", """{"low":1}""", "$.low: expected a name that is one of None, Low, top, Most")]
    [InlineData("sets", """{"3":1}""", "$.3: expected a name that is names of Mail, Push, Both")]
    [InlineData("sets", """{"256":1}""", "$.256: expected a name that is names of Mail, Push, Both")]
    [InlineData("sets", """{"":1}""", "expected a name that is names of Mail, Push, Both")]
    public async Task Anything_else_is_refused(string workflow, string input, string message) =>
        Assert.Contains(message, (string)(await Project.Value.FailAsync("workflow", workflow, input))["error"]!["message"]!, StringComparison.Ordinal);

    [Fact]
    public async Task The_schema_of_an_enum_without_values_is_that_of_its_numbers()
    {
        var schema = (JsonObject)(await Project.Value.ManifestAsync("user"))["input_schema"]!;

        Assert.False(schema.ContainsKey("enum"));
        Assert.Equal("integer", (string?)schema["type"]);
        Assert.Equal(long.MinValue, (long)schema["minimum"]!);
        Assert.Null((await Project.Value.ManifestAsync("users"))["input_schema"]!["propertyNames"]);
    }
}
