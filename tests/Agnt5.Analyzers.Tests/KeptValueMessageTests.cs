using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>The messages about values that the project keeps, and about what differs in each process.</summary>
public sealed class KeptValueMessageTests
{
    [Fact]
    public async Task A_value_that_each_process_makes_once_is_told_at_the_place_that_reads_it() => Assert.Equal(
        "'Times.Started' is read in workflow 'run' (Flow.Run → Times.Age): "
        + "it is made once in each process, so the process that replays has another value; make it in a step, or take it from the input",
        await Verify.MessageAsync(
            """
            public static class Times
            {
                private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;

                public static TimeSpan Age(WorkflowContext ctx) => ctx.UtcNow - Started;
            }

            public static class Flow
            {
                [Workflow]
                public static Task<TimeSpan> Run(WorkflowContext ctx) => Task.FromResult(Times.Age(ctx));
            }
            """));

    [Fact]
    public async Task A_value_of_the_components_class_is_made_again_for_each_replay() => Assert.Equal(
        "'Flow._ticket' is read in workflow 'run': each replay makes the class anew, and so another value; make it in a step, or take it from the context",
        await Verify.MessageAsync(
            """
            public sealed class Flow
            {
                private readonly Guid _ticket = Guid.NewGuid();

                [Workflow]
                public Task<Guid> Run(WorkflowContext ctx) => Task.FromResult(_ticket);
            }
            """));

    [Fact]
    public async Task A_hash_code_is_told_with_what_to_use_instead() => Assert.Equal(
        "'String.GetHashCode' is called in workflow 'run': each process has another hash code; use the value itself, or compute a hash such as SHA-256 from its content",
        await Verify.MessageAsync(
            """
            public static class Flow
            {
                [Workflow]
                public static Task<int> Run(WorkflowContext ctx, string name) => Task.FromResult(name.GetHashCode());
            }
            """));

    [Fact]
    public async Task A_cache_of_the_process_is_told_with_the_step_that_makes_its_answer_last() => Assert.Equal(
        "'Flow.Known' is read in workflow 'run': code of this process changes it at any time, so a replay may find something else; read it in a step",
        await Verify.MessageAsync(
            """
            public static class Flow
            {
                private static readonly Dictionary<string, int> Known = new();

                [Workflow]
                public static Task<bool> Run(WorkflowContext ctx, string name) => Task.FromResult(Known.ContainsKey(name));

                [Function]
                public static void Learn(string name) => Known[name] = 1;
            }
            """));

    [Theory]
    [InlineData("Agnt5RuntimeIdentifiers", "linux-x64,browser-wasm", true)]
    [InlineData("Agnt5TargetFrameworks", "net10.0,net10.0-browser", true)]
    [InlineData("_SupportedPlatformList", "Linux,macOS,Windows,browser", true)]
    [InlineData("Agnt5RuntimeIdentifiers", "browser-wasm", false)]
    [InlineData("Agnt5RuntimeIdentifiers", "linux-x64,win-x64", false)]
    [InlineData("_SupportedPlatformList", "browser", false)]
    [InlineData("TargetFramework", "net10.0", false)]
    public async Task Only_a_project_for_WebAssembly_and_others_hears_where_numbers_differ(string property, string value, bool isTold)
    {
        var found = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(
            $$"""
            // build_property.{{property}} = {{value}}
            public static class Flow
            {
                [Workflow]
                public static Task<int> Run(WorkflowContext ctx, double ratio) => Task.FromResult((int)ratio);
            }
            """));

        Assert.Equal(
            isTold ? ["This conversion in workflow 'run' gives WebAssembly another 'int' than other hosts, for NaN and for numbers that do not fit: "
                + "convert in checked(…), which fails on all of them, or test the range first"] : [],
            found.Select(finding => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
