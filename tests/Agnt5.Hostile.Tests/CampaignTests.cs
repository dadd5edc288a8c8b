using System.Diagnostics;
using Agnt5.Hostile.Tests.Checks;
using Agnt5.Hostile.Tests.Hosting;
using Xunit.Abstractions;

namespace Agnt5.Hostile.Tests;

[Collection(OneEndpoint.Name)]
public sealed class CampaignTests(HostileEndpoint endpoint, ITestOutputHelper output)
{
    private const int Batch = 1_000;

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_the_protocols_words_and_the_endpoint_goes_on_as_before()
    {
        var campaign = new Campaign(endpoint, CampaignSettings.Seed);
        var (began, end) = (Stopwatch.StartNew(), CampaignSettings.First + CampaignSettings.Count);
        for (var first = CampaignSettings.First; first < end; first += Batch)
            await campaign.RunBatchAsync(first, Math.Min(Batch, end - first));
        foreach (var (kind, times) in campaign.Kinds.OrderByDescending(static entry => entry.Value))
            output.WriteLine($"{times,7} {kind}");
        output.WriteLine($"{CampaignSettings.Count / began.Elapsed.TotalSeconds:0} requests per second");
        if (!CampaignSettings.IsDefault)
            return;

        Assert.Empty(AnswerKind.All.Except(campaign.Kinds.Keys));
        Assert.True(endpoint.Log.HasSeenWorkGivenUp);
    }
}
