using Agnt5.Analyzers.Durability;
using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests;

/// <summary>Other analyzers, as their packages ship them, over workflows: where they ask for the opposite of AGT4013 they are silent, and nowhere else.</summary>
public sealed class SuppressorTests
{
    private static readonly string[] Silenced = ["CA2007", "MA0004", "VSTHRD111", "RCS1090"];

    public static TheoryData<string> Rules { get; } = [.. Silenced];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task No_other_analyzer_asks_a_workflow_to_leave_its_thread(string rule) => Assert.Empty(await LinesAsync(
        rule,
        """
        public sealed record Lines(List<string> Items);

        public sealed partial class Orders
        {
            [Workflow]
            public async Task<int> Approve(WorkflowContext ctx, Lines lines)
            {
                var sum = await ctx.StepAsync("sum", () => 1);
                await Task.WhenAll(lines.Items.Select(async line => await ctx.StepAsync($"ship_{line}", () => 1)));
                await Local();
                await Each(lines.Items, async line => await ctx.StepAsync($"pack_{line}", () => 1));
                return sum + await Wait(ctx) + await Plain();

                async Task Local() => await ctx.SleepAsync(TimeSpan.FromDays(1), "night");
            }

            [Agent("desk", Model = "anthropic/claude")]
            public partial Task<string> Answer(AgentContext ctx, string message);

            public async partial Task<string> Answer(AgentContext ctx, string message) => await ctx.RunAsync(message);

            private static async Task<int> Wait(WorkflowContext ctx)
            {
                await ctx.SleepAsync(TimeSpan.FromDays(1), "day");
                return 1;
            }

            private static async Task<int> Plain()
            {
                await Task.Yield();
                return await Task.FromResult(1);
            }

            private static async Task Each(List<string> items, Func<string, Task> work)
            {
                foreach (var item in items)
                    await work(item);
            }
        }
        """));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Steps_functions_and_all_other_code_keep_the_rule(string rule) => Assert.Equal(
        ["await File.ReadAllTextAsync(\"step\", ct)", "await Task.Delay(2, ctx.CancellationToken)", "await File.ReadAllTextAsync(path)"],
        await LinesAsync(
            rule,
            """
            public static class Orders
            {
                [Workflow]
                public static async Task<int> Approve(WorkflowContext ctx)
                {
                    return await ctx.StepAsync("read", async ct => (await File.ReadAllTextAsync("step", ct)).Length);
                }

                [Function]
                public static async Task Pause(FunctionContext ctx)
                {
                    await Task.Delay(2, ctx.CancellationToken);
                }

                public static async Task<int> Read(string path)
                {
                    return (await File.ReadAllTextAsync(path)).Length;
                }
            }
            """));

    [Fact]
    public void The_page_of_the_rule_names_each_rule_that_is_silenced_and_the_id_that_says_so()
    {
        var page = Repository.Read("docs", "rules", "AGT4013.md");

        Assert.All(new ConfigureAwaitSuppressor().SupportedSuppressions, suppression =>
            Assert.Contains($"| {suppression.SuppressedDiagnosticId} | {suppression.Id} |", page, StringComparison.Ordinal));
        Assert.Equal(Silenced.Order(StringComparer.Ordinal), new ConfigureAwaitSuppressor().SupportedSuppressions.Select(static one => one.SuppressedDiagnosticId).Order(StringComparer.Ordinal));
    }

    /// <summary>The awaits that a rule still reports.</summary>
    private static async Task<IEnumerable<string>> LinesAsync(string rule, string source)
    {
        var compilation = CompilerRun.Compile(source);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(rule, ReportDiagnostic.Warn)]));
        var analyzers = OtherAnalyzers.Of(rule).Concat(CompilerRun.Analyzers.Where(static analyzer => analyzer is DurabilityAnalyzer or ConfigureAwaitSuppressor));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new Settings()), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = (await compilation.WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Id == rule && !diagnostic.IsSuppressed);
        return found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).Select(static diagnostic => AwaitAt(diagnostic.Location));
    }

    private static string AwaitAt(Location location) =>
        location.SourceTree!.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<AwaitExpressionSyntax>()!.ToString();

    // Roslynator asks only on demand.
    private sealed class Settings : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new One();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class One : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = "true";
                return key == "roslynator_configure_await";
            }
        }
    }
}
