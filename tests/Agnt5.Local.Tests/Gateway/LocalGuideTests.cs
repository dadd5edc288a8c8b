using Agnt5.Local.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Gateway;

public sealed class LocalGuideTests
{
    [Fact]
    public async Task A_key_that_was_made_is_shown_in_a_terminal_and_in_no_log()
    {
        await using var app = await StartAsync("");

        var shown = LocalGuide.Of(app, isKept: false);

        Assert.Contains($"AGNT5_GATEWAY_URL={app.Urls.Single()}", shown, StringComparison.Ordinal);
        Assert.Contains("AGNT5_API_KEY=agnt5_sk_", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("agnt5_sk_", LocalGuide.Of(app, isKept: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_given_is_not_repeated()
    {
        await using var app = await StartAsync("agnt5_sk_0123456789abcdef");

        Assert.DoesNotContain("agnt5_sk_", LocalGuide.Of(app, isKept: false), StringComparison.Ordinal);
    }

    // Without a catalog: services are synced.
    private static async Task<WebApplication> StartAsync(string key)
    {
        var app = LocalAgnt5Host.Build(["--AGNT5_API_KEY", key], catalog: null, static builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        });
        await app.StartAsync();
        return app;
    }
}
