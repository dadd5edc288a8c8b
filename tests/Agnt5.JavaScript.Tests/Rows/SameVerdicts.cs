namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>A row gives the answers that Kestrel gives in the same run.</summary>
internal static class SameVerdicts
{
    /// <param name="name">What to call the run's files.</param>
    /// <param name="command">Starts the server. <c>--port</c> follows.</param>
    /// <param name="ofHost">Cases that the host answers by itself, before a handler sees them.</param>
    public static async Task MustBeAsync(string name, string command, params string[] ofHost)
    {
        var kestrel = await Kestrel.ConformanceAsync();

        var row = await ConformanceSuite.RunAsync(name, command);

        string[] differing = [.. kestrel.Verdicts.Where(verdict => row.Verdicts.GetValueOrDefault(verdict.Key) != verdict.Value).Select(static verdict => verdict.Key)];
        var unexpected = differing.Except(ofHost).Select(id => $"{id}: {row.Verdicts.GetValueOrDefault(id, "nothing")} instead of {kestrel.Verdicts[id]}").ToArray();
        Assert.True(unexpected.Length == 0, $"{name} differs from Kestrel in {unexpected.Length} of {kestrel.Verdicts.Count} cases: {string.Join(", ", unexpected)}\n{row.Log}");
        Assert.True(kestrel.Verdicts.Count >= 330, $"Kestrel has answered {kestrel.Verdicts.Count} cases.");
        Assert.Equal(ofHost.Order(StringComparer.Ordinal), differing.Order(StringComparer.Ordinal));
    }
}
