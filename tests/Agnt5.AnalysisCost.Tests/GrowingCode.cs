namespace Agnt5.AnalysisCost.Tests;

/// <summary>Code of any size. Each kind of code grows in one way, and everything else stays the same.</summary>
internal static class GrowingCode
{
    private const string Head = "using Agnt5;\n\nnamespace App;\n\n";

    /// <summary>For each way to grow: the code, and the allowed cost of one more piece.</summary>
    public static IReadOnlyDictionary<string, (Func<int, IEnumerable<string>> Write, WorkBudget Budget)> Kinds { get; } =
        new Dictionary<string, (Func<int, IEnumerable<string>>, WorkBudget)>
        {
            ["files of workflows"] = (
                static size => Each(size, Sources.Workflows).Concat(Each(size, Sources.Plain)),
                // The keys of both workflows, and of the helper that one of them calls, are read once each.
                new(Operations: 2100, SyntaxNodes: 380, Units: 30, WireTypes: 34, TypesRead: 3)),
            ["files without workflows"] = (
                // One workflow, because in a project without any the rules look at nothing.
                static size => Each(size, Sources.Plain).Append(Sources.Workflows(0)),
                new(Operations: 1300)),
            ["workflows of a class"] = (
                static size => Class(Each(size, Workflow)),
                new(Operations: 130, SyntaxNodes: 43, Units: 4, WireTypes: 2)),
            ["statements of a workflow"] = (
                static size => Class([Body(Each(size, Statements))]),
                new(Operations: 400, SyntaxNodes: 87, Units: 4)),
            ["helpers that call one another"] = (
                static size => Class([Body(["        await Help0(ctx);\n"]), .. Each(size, Helper), LastHelper(size)]),
                // A helper with a key that calls another one is read once for its keys.
                new(Operations: 64, Units: 5)),
            ["workflows that share helpers"] = (
                static size => Class([.. Each(size, Caller), .. Each(10, Helper), LastHelper(10)]),
                new(Operations: 13, SyntaxNodes: 14, Units: 2)),
            ["types of an input's members"] = (
                static size => Class([Taker("Input")], [WideRecord(size), .. Each(size, static number => $"public sealed record Part{number}(int Value);\n")]),
                new(WireTypes: 2, TypesRead: 1)),
            ["types inside of one another"] = (
                static size => Class([Taker("Input0")], [.. Each(size, DeepRecord), $"public sealed record Input{size}(int Value);\n"]),
                new(WireTypes: 2, TypesRead: 1)),
            ["steps with one result"] = (
                static size => Class([Body(Each(size, Step))], ["public sealed record Result(int Value, string Text);\n"]),
                new(Operations: 67, SyntaxNodes: 12, Units: 2)),
        };

    private static IEnumerable<string> Each(int size, Func<int, string> make) => Enumerable.Range(0, size).Select(make);

    private static string[] Class(IEnumerable<string> members, IEnumerable<string>? types = null) =>
        [$"{Head}public static class Grown\n{{\n{string.Concat(members)}}}\n\n{string.Concat(types ?? [])}"];

    private static string Body(IEnumerable<string> statements) => $$"""
            [Workflow]
            public static async Task Run(WorkflowContext ctx)
            {
        {{string.Concat(statements)}}
            }

        """;

    private static string Workflow(int number) => $$"""
            [Workflow]
            public static async Task<int> Work{{number}}(WorkflowContext ctx, int count)
            {
                for (var round = 0; round < count; round++)
                    count += await ctx.StepAsync($"round_{round}", () => round);
                return count;
            }

        """;

    private static string Statements(int number) => $$"""
                var key{{number}} = $"key_{{number}}";
                var value{{number}} = await ctx.StepAsync(key{{number}}, () => {{number}});
                if (value{{number}} > 1)
                    await ctx.SleepAsync(TimeSpan.FromHours(value{{number}}), "sleep_{{number}}");
                while (value{{number}} < 3)
                    value{{number}} += await ctx.StepAsync($"round_{{number}}_{value{{number}}}", () => 1);
                try
                {
                    Console.WriteLine(key{{number}});
                }
                finally
                {
                    Console.WriteLine(value{{number}});
                }

        """;

    private static string Helper(int number) =>
        $"    private static async Task Help{number}(WorkflowContext ctx) {{ await ctx.StepAsync(\"help_{number}\", () => 1); await Help{number + 1}(ctx); }}\n";

    private static string LastHelper(int number) => $"    private static Task Help{number}(WorkflowContext ctx) => Task.CompletedTask;\n";

    private static string Caller(int number) => $"    [Workflow]\n    public static Task Call{number}(WorkflowContext ctx) => Help0(ctx);\n\n";

    private static string Step(int number) => $"        await ctx.StepAsync(\"read_{number}\", () => new Result(1, \"a\"));\n";

    private static string Taker(string type) => $"    [Workflow]\n    public static Task<{type}?> Take(WorkflowContext ctx, {type} input) => Task.FromResult<{type}?>(input);\n";

    private static string WideRecord(int size) => $"public sealed record Input({string.Join(", ", Each(size, static number => $"Part{number}? P{number}"))});\n";

    private static string DeepRecord(int number) => $"public sealed record Input{number}(int Value, Input{number + 1}? Next);\n";
}
