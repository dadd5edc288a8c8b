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
    public async Task An_answer_that_comes_when_nobody_can_send_its_request_again_is_not_stored()
    {
        await using var endpoint = await RepeatedEndpoint.StartAsync(new DistributedSeenRequests(new StrictCache(_cache, _time), _time), time: _time);
        var first = endpoint.Hand(endpoint.Capture(SlowCharge));
        await endpoint.Gates.WhenReachedAsync("charging");

        _time.Advance(TimeSpan.FromMinutes(7));
        endpoint.Gates.Open("charging");

        (await first).MustComplete("1");
        Assert.Empty(endpoint.Log.About("failed to hold an answer"));
    }

    [Fact]
    public async Task A_cache_that_takes_an_empty_value_for_none_forgets_no_request()
    {
        await using var endpoint = await RepeatedEndpoint.StartAsync(new DistributedSeenRequests(new StrictCache(_cache, _time), _time) { MaxAnswerBytes = 0 }, time: _time);
        var captured = endpoint.Capture(Charge);
        await endpoint.SendAsync(captured);

        (await endpoint.SendAsync(captured)).MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
    }

    /// <summary>A cache that has no empty values, and throws for an expiration in the past.</summary>
    private sealed class StrictCache(IDistributedCache cache, ManualTime time) : IDistributedCache
    {
        public byte[]? Get(string key) => cache.Get(key) is { Length: > 0 } value ? value : null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(options.AbsoluteExpiration!.Value, time.GetUtcNow());
            cache.Set(key, value, options);
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }

        public void Refresh(string key) => cache.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => cache.RefreshAsync(key, token);

        public void Remove(string key) => cache.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => cache.RemoveAsync(key, token);
    }

    [Fact]
    public async Task A_start_without_the_cache_names_what_is_missing()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RepeatedEndpoint.StartAsync(static builder => builder.Services.AddAgnt5DistributedSeenRequests()));

        Assert.Contains("AddAgnt5DistributedSeenRequests found no IDistributedCache", error.Message, StringComparison.Ordinal);
    }
}
