using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>A workflow of the corpus, with its hand-made marks and the analyzers' findings. The two are compared by line.</summary>
internal sealed record CorpusBody(string Name, IReadOnlyList<CorpusFinding> Marked, IReadOnlyList<CorpusFinding> Found)
{
    public IEnumerable<CorpusFinding> Right => Without(Found, Unmarked);

    public IEnumerable<CorpusFinding> Missed => Without(Marked, Found);

    public IEnumerable<CorpusFinding> Unmarked => Without(Found, Marked);

    public static async Task<IReadOnlyList<CorpusBody>> AllAsync()
    {
        var bodies = new List<CorpusBody>();
        foreach (var folder in new[] { "Clean", "Faulty" })
            foreach (var file in Repository.Names("tests", "Agnt5.Analyzers.Tests", "Corpus", folder).Order(StringComparer.Ordinal))
                bodies.Add(await AnalyzeAsync($"{folder}/{Path.GetFileNameWithoutExtension(file)}"));
        return bodies;
    }

    private static async Task<CorpusBody> AnalyzeAsync(string name)
    {
        var source = MarkedSource.Parse(Repository.Read("tests", "Agnt5.Analyzers.Tests", "Corpus", $"{name}.cs"));
        var lines = SourceText.From(source.Text).Lines;
        var found = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(source.Text));
        return new(
            name,
            [.. source.Expected.Select(mark => new CorpusFinding(name, mark.Id, lines.GetLineFromPosition(mark.Span.Start).ToString().Trim()))],
            [.. found.Where(static finding => !Verify.IsCommon(finding))
                .Select(finding => new CorpusFinding(name, finding.Id, lines.GetLineFromPosition(finding.Location.SourceSpan.Start).ToString().Trim()))]);
    }

    // A line may hold one mistake twice, so each mark answers for one finding only.
    private static List<CorpusFinding> Without(IEnumerable<CorpusFinding> findings, IEnumerable<CorpusFinding> others)
    {
        var left = findings.ToList();
        foreach (var other in others)
            left.Remove(other);
        return left;
    }
}

/// <summary>A finding, as far as the corpus compares it.</summary>
internal sealed record CorpusFinding(string Body, string Id, string Line)
{
    public override string ToString() => $"{Body}: {Id} at: {Line}";
}
