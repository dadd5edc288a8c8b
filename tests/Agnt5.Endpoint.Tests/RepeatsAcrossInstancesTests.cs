using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: a captured request that is sent to another instance, or after a restart.</summary>
public sealed class RepeatsAcrossInstancesTests
{
    private const string Charge = """{"component_type":"workflow","component_name":"charge_card","run_id":"run-1"}""";
    private const string SlowCharge = """{"component_type":"workflow","component_name":"charge_slowly","run_id":"run-1"}""";

    private readonly ManualTime _time = new();
    private readonly IDistributedCache _cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));

    private Task<RepeatedEndpoint> StartAsync() => RepeatedEndpoint.StartAsync(builder => builder.Services.AddSingleton(_cache).AddAgnt5DistributedSeenRequests(), _time);

    [Fact]
    public async Task A_restart_forgets_no_request_that_a_shared_cache_knows()
    {
        SignedInvoke captured;
        Answer first;
        await using (var before = await StartAsync())
        {
            captured = before.Capture(Charge);
            first = await before.SendAsync(captured);
            first.MustComplete("\"x\"");
        }

        await using var after = await StartAsync();

        Assert.Equal(first, await after.SendAsync(captured));
        Assert.Equal(0, after.Charges());
    }

    [Fact]
    public async Task A_copy_that_reaches_another_instance_while_the_request_runs_is_refused()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        var captured = one.Capture(SlowCharge);
        var first = one.SendAsync(captured);
        await one.Gates.WhenReachedAsync("charging");

        (await other.SendAsync(captured)).MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
        one.Gates.Open("charging");

        (await first).MustComplete("1");
        Assert.Equal(await first, await other.SendAsync(captured));
        Assert.Equal(0, other.Charges());
    }

    [Fact]
    public async Task Answers_stay_out_of_a_cache_that_must_not_have_them()
    {
        await using var endpoint = await RepeatedEndpoint.StartAsync(new DistributedSeenRequests(_cache) { MaxAnswerBytes = 0 }, time: _time);
        var captured = endpoint.Capture(Charge);
        (await endpoint.SendAsync(captured)).MustComplete("\"x\"");

        (await endpoint.SendAsync(captured)).MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_start_without_the_cache_names_what_is_missing()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RepeatedEndpoint.StartAsync(static builder => builder.Services.AddAgnt5DistributedSeenRequests()));

        Assert.Contains("AddAgnt5DistributedSeenRequests found no IDistributedCache", error.Message, StringComparison.Ordinal);
    }
}
