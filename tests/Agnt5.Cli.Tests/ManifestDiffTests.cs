using System.Text.Json;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class ManifestDiffTests : IDisposable
{
    private const string Order = """{"type":"object","properties":{"id":{"type":"string"},"total":{"type":"number"},"note":{"type":["string","null"]}},"required":["id"]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string"},"total":{"type":"number"},"note":{"type":["string","null"]}},"required":["id","total"]}""", "$.total is required now")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"integer"},"total":{"type":"number"},"note":{"type":["string","null"]}},"required":["id"]}""", "$.id may not be text any more")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string"},"total":{"type":"integer"},"note":{"type":["string","null"]}},"required":["id"]}""", "$.total may not be fraction any more")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string"},"total":{"type":"number"},"note":{"type":"string"}},"required":["id"]}""", "$.note may not be null any more")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string","maxLength":3},"total":{"type":"number"},"note":{"type":["string","null"]}}}""", "$.id has a new or stricter 'maxLength'")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string","enum":["a"]},"total":{"type":"number"},"note":{}}}""", "$.id may not be any value but the listed ones any more")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"string"},"total":{"type":"number"}},"required":["id"],"additionalProperties":false}""", "$.note is not taken any more")]
    [InlineData("""{"type":"array"}""", "$ may not be object any more")]
    public async Task An_input_that_refuses_what_was_accepted_breaks(string schema, string expected)
    {
        var run = await DiffAsync(Component("workflow", "ship", Order), Component("workflow", "ship", schema));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("breaking  workflow:ship: input " + expected, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"id":{"type":["string","null"]},"total":{"type":"number"},"note":{"type":["string","null"]},"more":{"type":"string"}}}""")]
    [InlineData("""{"type":"object","description":"An order.","properties":{"id":{},"note":{"anyOf":[{"$ref":"#/$defs/N"},{"type":"null"}]}},"$defs":{"N":{"type":"string"}}}""")]
    [InlineData("""{}""")]
    public async Task An_input_that_takes_all_that_it_took_breaks_nothing(string schema)
    {
        var run = await DiffAsync(Component("workflow", "ship", Order), Component("workflow", "ship", schema));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("input changed, and fits", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recursive_schema_is_compared_to_its_leaves()
    {
        const string Tree = """{"$ref":"#/$defs/T","$defs":{"T":{"type":"object","properties":{"value":{"type":"VALUE"},"children":{"type":"array","items":{"$ref":"#/$defs/T"}}}}}}""";
        static string Walk(string type) => Component("function", "walk", Tree.Replace("VALUE", type, StringComparison.Ordinal));

        var run = await DiffAsync(Walk("number"), Walk("integer"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("input $.value may not be fraction", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"ship","type":"workflow","output_schema":{"type":"object","properties":{"a":{"type":"string"}}}}""", "output $.a may be missing now")]
    [InlineData("""{"name":"ship","type":"workflow","output_schema":{"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"]}}""", "output $.a may be null now")]
    [InlineData("""{"name":"ship","type":"workflow"}""", "is not started by the event order.created any more", true)]
    [InlineData("""{"name":"ship","type":"function"}""", "is a function now")]
    [InlineData("""{"name":"ship_all","type":"workflow","output_schema":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}}""", "is gone, and workflow:ship_all looks like it")]
    public async Task What_callers_or_triggers_relied_on_breaks(string after, string expected, bool hasTrigger = false)
    {
        const string Before = """{"name":"ship","type":"workflow","output_schema":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}}""";
        const string Triggered = """{"name":"ship","type":"workflow","triggers":[{"trigger_type":"event","event_name":"order.created"}]}""";

        var run = await DiffAsync(hasTrigger ? Triggered : Before, after);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Output.Split('\n'), static line => line.StartsWith("breaking", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_descriptions_and_new_components_are_told_and_break_nothing()
    {
        var run = await DiffAsync(
            """{"name":"ship","type":"workflow","flow_control":{"concurrency":{"limit":5}},"metadata":{"description":"Ships."}}""",
            """{"name":"ship","type":"workflow","flow_control":{"concurrency":{"limit":2}},"metadata":{"description":"Ships it."}},{"name":"pack","type":"function"}""",
            "-o",
            "json");

        var changes = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((0, false), (run.ExitCode, changes.GetProperty("breaking").GetBoolean()));
        Assert.Equal(["changed", "changed", "added"], changes.GetProperty("changes").EnumerateArray().Select(static change => change.GetProperty("kind").GetString()!));
    }

    [Fact]
    public async Task The_same_manifest_has_no_changes()
    {
        var assembly = typeof(ManifestDiffTests).Assembly.Location;

        var run = await CommandLineRun.OfAsync("manifest", assembly, "--diff", assembly);

        Assert.Equal((0, "Nothing changed."), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task A_manifest_that_is_not_valid_is_not_compared()
    {
        var run = await DiffAsync("""{"name":"ship"}""", Component("workflow", "ship", Order));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("has no type", run.Error, StringComparison.Ordinal);
    }

    private static string Component(string type, string name, string input) => $$"""{"name":"{{name}}","type":"{{type}}","input_schema":{{input}}}""";

    private async Task<CommandLineRun> DiffAsync(string before, string after, params string[] more)
    {
        var (old, now) = (Path.Combine(_folder.FullName, "before.json"), Path.Combine(_folder.FullName, "after.json"));
        await File.WriteAllTextAsync(old, $$"""{"protocol_version":"workerless.v1","components":[{{before}}]}""");
        await File.WriteAllTextAsync(now, $$"""{"protocol_version":"workerless.v1","components":[{{after}}]}""");
        return await CommandLineRun.OfAsync(["manifest", now, "--diff", old, .. more]);
    }
}
