using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Agnt5.Analyzers.Tests;

/// <summary>
/// Workflows after the samples of other durable frameworks, half of them without a mistake. They were marked by hand, by the pages of the rules alone, before
/// the rules on durability were written: what they say about precision and recall was not tuned.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<IReadOnlyList<CorpusBody>>> Bodies = new(CorpusBody.AllAsync);

    [Fact]
    public async Task Code_that_works_never_fails_to_build()
    {
        var errors = RuleCatalog.Descriptors.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error).Select(rule => rule.Id).ToHashSet();

        Assert.DoesNotContain((await Bodies.Value).SelectMany(body => body.Unmarked), finding => errors.Contains(finding.Id));
    }

    [Fact]
    public async Task Each_mistake_is_found_and_nothing_else_apart_from_what_is_known()
    {
        var bodies = await Bodies.Value;
        foreach (var line in Score(bodies))
            output.WriteLine(line);

        Assert.Equal(Lines(KnownDifferences.FalseAlarms), Lines(bodies.SelectMany(body => body.Unmarked)));
        Assert.Equal(Lines(KnownDifferences.Missed), Lines(bodies.SelectMany(body => body.Missed)));
    }

    private static IEnumerable<string> Score(IReadOnlyList<CorpusBody> bodies)
    {
        var ids = bodies.SelectMany(body => body.Marked.Concat(body.Found)).Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal);
        foreach (var id in ids)
            yield return Score(id, bodies, finding => finding.Id == id);
        yield return Score("all    ", bodies, _ => true);
    }

    private static string Score(string name, IReadOnlyList<CorpusBody> bodies, Func<CorpusFinding, bool> counts)
    {
        var right = bodies.SelectMany(body => body.Right).Count(counts);
        var found = bodies.SelectMany(body => body.Found).Count(counts);
        var marked = bodies.SelectMany(body => body.Marked).Count(counts);
        return $"{name}  precision {Ratio(right, found)}  recall {Ratio(right, marked)}  ({marked} marked, {found} found)";
    }

    private static string Ratio(int part, int whole) => whole == 0 ? "   -" : FormattableString.Invariant($"{(double)part / whole:0.00}");

    private static string[] Lines(IEnumerable<CorpusFinding> findings) => [.. findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)];
}
