using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>The examples of docs/json.md behave as the page shows.</summary>
public sealed partial class JsonPageTests
{
    private static readonly string Page = File.ReadAllText(PathOf("docs", "json.md"));

    private static readonly BuiltProject Project = new ProjectUnderTest(
        string.Concat(Blocks("csharp")),
        """
        global using System;
        global using System.Collections.Generic;
        public static class Payments { [Agnt5.Function] public static string Pay(Payment payment) => payment.ToString(); }
        """).Build();

    [Fact]
    public async Task The_sample_of_the_page_has_the_schema_that_the_page_shows()
    {
        var entry = await Project.ManifestAsync("place_order");

        Assert.Equal(JsonNode.Parse(Blocks("json").Single())!.ToJsonString(), entry["input_schema"]!.ToJsonString());
    }

    [Fact]
    public async Task The_sample_of_the_page_answers_what_the_page_shows()
    {
        var calls = Blocks("text").First().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('→', StringSplitOptions.TrimEntries)).ToArray();
        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            var response = await Project.InvokeAsync("function", "place_order", call[0]);
            Assert.Equal(call[1], response["output"]?.ToJsonString() ?? (string?)response["error"]!["code"]);
        }
    }

    [Fact]
    public async Task A_refused_input_says_what_the_page_shows()
    {
        foreach (var (block, quotes) in new[] { (Blocks("text").SkipLast(1).Last(), false), (Blocks("text").Last(), true) })
        {
            var response = await Project.SendAsync(
                "POST",
                "/agnt5/invoke",
                """{"component_type":"function","component_name":"place_order","input":{"count":200,"speed":"Fast"}}""",
                options: options => options.QuoteRefusedValues = quotes);

            Assert.Equal(block.Trim(), (string?)response["error"]!["message"]);
        }
    }

    [Theory]
    [InlineData("""{"$type":"card","amount":5,"number":"4711"}""")]
    [InlineData("""{"amount":5,"number":"4711","$type":"card"}""")]
    public async Task A_discriminator_may_stand_anywhere_as_the_page_says(string payment)
    {
        Assert.Contains("""{"amount":5,"number":"4711","$type":"card"}""", Page, StringComparison.Ordinal);
        Assert.Equal("\"Card { Amount = 5, Number = 4711 }\"", await Project.OutputAsync("function", "pay", payment));
    }

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Page).Where(block => block.Groups["language"].Value == language).Select(static block => block.Groups["text"].Value);

    private static string PathOf(string folder, string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", folder, file);

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
