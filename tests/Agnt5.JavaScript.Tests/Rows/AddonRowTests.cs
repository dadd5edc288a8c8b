namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>The native engine gives the same answers in every host.</summary>
public sealed class AddonRowTests
{
    [Theory]
    [InlineData("node")]
    [InlineData("express")]
    [InlineData("fastify")]
    [InlineData("koa")]
    [InlineData("hono")]
    [InlineData("deno")]
    public async Task A_platform_gets_the_same_answers_from_a_host_as_from_a_container(string host) =>
        await SameVerdicts.MustBeAsync($"{host}-addon", await HostServers.CommandAsync(host, "addon", await JavaScriptShipment.ConformanceForNodeAsync()));

    /// <summary>Next.js redirects targets with two slashes in a row before any route sees them.</summary>
    [Fact]
    public async Task A_platform_gets_the_same_answers_from_a_built_Next_app_as_from_a_container() =>
        await SameVerdicts.MustBeAsync("next", await HostServers.NextAsync(), "route-absolute-form", "route-mid-double-slash");
}
