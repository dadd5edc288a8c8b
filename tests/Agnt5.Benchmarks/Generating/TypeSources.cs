using System.Text;

namespace Agnt5.Benchmarks.Generating;

/// <summary>A project of many types: records, classes and enums that components take and return, five to a component, or all of them in one component.</summary>
internal static class TypeSources
{
    private const int PerComponent = 5;

    private const string Header = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Agnt5;

        namespace Shop;

        """;

    /// <summary>Components that share no types.</summary>
    public static IEnumerable<string> Apart(int types) =>
        Enumerable.Range(0, types).Chunk(PerComponent).Select(static numbers => Header + string.Concat(numbers.Select(Type)) + Component(numbers[0], numbers));

    /// <summary>One component that reaches all types.</summary>
    public static IEnumerable<string> Together(int types) =>
        Enumerable.Range(0, types).Chunk(PerComponent).Select(static numbers => Header + string.Concat(numbers.Select(Type)))
            .Append(Header + Component(0, [.. Enumerable.Range(0, types)]));

    private static string Component(int number, int[] types)
    {
        var source = new StringBuilder($"public sealed record Whole{number}(");
        source.AppendJoin(", ", types.Select(static i => $"Type{i} Part{i}"));
        return source.Append($$"""
            );

            public static class Components{{number}}
            {
                [Workflow("keep_{{number}}")]
                public static Task<Whole{{number}}> KeepAsync(WorkflowContext context, Whole{{number}} whole) => context.StepAsync("keep", () => whole);
            }

            """).ToString();
    }

    private static string Type(int i) => (i % PerComponent) switch
    {
        0 => $"public sealed record Type{i}(string Id, decimal Total, DateTimeOffset At, List<string> Tags, int? Count = null);\n",
        1 => $"public sealed class Type{i} {{ public required string Name {{ get; init; }} public Guid Id {{ get; set; }} public Dictionary<string, int> Counts {{ get; set; }} = []; }}\n",
        2 => $"public enum Type{i} {{ One, Two, Three }}\n",
        3 => $"public readonly record struct Type{i}(double X, double Y, string? Note);\n",
        _ => $"public sealed record Type{i}(Type{i - 4} First, Type{i - 3}[] Others, Type{i - 2} Kind, Type{i - 1}? At);\n",
    };
}
