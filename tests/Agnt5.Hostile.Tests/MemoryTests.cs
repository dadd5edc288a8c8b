using System.Diagnostics;
using System.Text;
using Agnt5.Hostile.Tests.Hosting;
using Xunit.Abstractions;

namespace Agnt5.Hostile.Tests;

/// <summary>Generous bounds. Keeping the body of each request would break them many times over.</summary>
[Collection(OneEndpoint.Name)]
public sealed class MemoryTests(HostileEndpoint endpoint, ITestOutputHelper output)
{
    private const int Requests = 2_000;
    private const int BodyBytes = 64 * 1024;
    private const long Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("runs", """{"component_type":"workflow","component_name":"travel","input":{"stops":["a"],"luggage":"~"}}""")]
    [InlineData("is refused", """{"component_type":"workflow","component_name":"nobody","input":{"luggage":"~"}}""")]
    [InlineData("does not bind", """{"component_type":"function","component_name":"climb","input":{"luggage":"~"}}""")]
    [InlineData("is no JSON", """{"component_type":"function","luggage":"~" """)]
    [InlineData("is cut off", """{"component_type":"workflow","component_name":"toil","input":{"stubborn":false,"luggage":"~"},"budget":{"deadline_ms":#,"yield_before_timeout_ms":0}}""")]
    public async Task Nothing_is_kept_of_a_request_that(string what, string body)
    {
        await SendAsync(body, Requests / 4);
        var (heap, outside) = Measure();
        await SendAsync(body, Requests);
        var (heapAfter, outsideAfter) = Measure();

        output.WriteLine($"{what}: heap {heap / Megabyte} → {heapAfter / Megabyte} MB, outside of it {outside / Megabyte} → {outsideAfter / Megabyte} MB");
        Assert.InRange(heapAfter - heap, long.MinValue, 40 * Megabyte);
        Assert.InRange(outsideAfter - outside, long.MinValue, 200 * Megabyte);
    }

    private async Task SendAsync(string template, int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var connection = new RawConnection(endpoint.Address);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var deadline = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 3;
                var body = template.Replace("~", new string('x', BodyBytes), StringComparison.Ordinal).Replace("#", $"{deadline}", StringComparison.Ordinal);
                var answer = await connection.SendAsync(new RawRequest(Encoding.UTF8.GetBytes(body), Secrets.Signing, DateTimeOffset.UtcNow));
                Assert.NotEqual(0, answer.Status);
            }
        }));
    }

    // What the collector has reserved for later is no part of either: other tests of this process make it grow.
    private static (long Heap, long Outside) Measure()
    {
        // Twice: objects with a finalizer are gone only after the second collection.
        GC.GetTotalMemory(forceFullCollection: true);
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (heap, process.WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes);
    }
}
