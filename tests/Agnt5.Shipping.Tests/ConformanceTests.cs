namespace Agnt5.Shipping.Tests;

/// <summary>An endpoint gives the recorded answers of the official TypeScript SDK, except where the docs say otherwise.</summary>
public sealed class ConformanceTests
{
    private readonly ConformanceSuite _suite = new();

    [Fact]
    public async Task A_platform_that_knows_the_recorded_SDK_gets_the_same_answers_from_this_one() =>
        MustConform(await ConformanceSuite.RunAsync("built", $"dotnet '{BuiltApp.In(ConformanceSuite.Server)}'"));

    [Fact]
    public async Task The_native_binary_gives_the_same_answers_too()
    {
        var binary = await Shipment.NativeAppAsync(ConformanceSuite.Server);

        MustConform(await ConformanceSuite.RunAsync("native", $"'{binary}'"));
    }

    [Fact]
    public async Task An_app_that_stays_on_NET_9_gives_the_same_answers_too()
    {
        await Shipment.IsBuiltAsync();

        MustConform(await ConformanceSuite.RunAsync("net9", $"dotnet '{Path.Combine(ConformanceSuite.Server, "bin", "Release", "net9.0", "Agnt5.ConformanceServer.dll")}'"));
    }

    [Fact]
    public async Task The_docs_give_the_reason_of_every_difference()
    {
        var docs = await File.ReadAllTextAsync(Repository.PathOf("docs", "conformance.md"));

        var rows = docs.Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('`')[1]);

        Assert.Equal(_suite.Deliberate.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    private void MustConform(ConformanceReport report)
    {
        var unexpected = report.Verdicts.Where(verdict => verdict.Value != "equal" && !IsAllowed(verdict.Key, verdict.Value)).Select(static verdict => $"{verdict.Key}: {verdict.Value}");
        var outdated = _suite.Deliberate.Where(id => report.Verdicts.GetValueOrDefault(id, "equal") == "equal");

        Assert.True(!unexpected.Any(), $"Answers differ from the recorded ones, and differences.json does not say why: {string.Join(", ", unexpected)}\n{report.Log}");
        Assert.True(!outdated.Any(), $"differences.json names cases that are equal, or that there are none of: {string.Join(", ", outdated)}");
    }

    private bool IsAllowed(string id, string verdict) => verdict is "accepted" or "different-arguable" && _suite.Deliberate.Contains(id);
}
