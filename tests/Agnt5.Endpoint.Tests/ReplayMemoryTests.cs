using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary>Each slice of a long run replays all its records, so what one costs counts many times. Allocated bytes are counted and not timed. Listeners of other tests would cost more.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class ReplayMemoryTests
{
    private const int WarmUps = 3;
    private const int Rounds = 5;

    // A task is 72 bytes and its continuation 40 to 48; the rest is the result.
    [Theory]
    [InlineData("add_up_recorded", "7", 150)]
    [InlineData("note_recorded", "null", 150)]
    [InlineData("pay_recorded", """{"id":"p-1","amount":12.5}""", 250)]
    public async Task A_recorded_step_costs_a_slice_little_more_memory_than_its_task_and_its_result(string workflow, string record, int mostBytes)
    {
        var few = await LeastBytesAsync(workflow, record, steps: 100);
        var many = await LeastBytesAsync(workflow, record, steps: 300);

        Assert.InRange((many - few) / 200, 1, mostBytes);
    }

    private static async Task<long> LeastBytesAsync(string workflow, string record, int steps)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { AllowUnsigned = true, IsDevelopment = true }, services);
        var records = string.Join(',', Enumerable.Range(0, steps).Select(number => $"\"step:{number}\":{record}"));
        var body = $$"""{"component_type":"workflow","component_name":"{{workflow}}","run_id":"run-1","input":{"steps":{{steps}}},"checkpoint":{"steps":{ {{records}} } } }""";
        var least = long.MaxValue;
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var request = InMemoryRequest.Invoke(body);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var answering = endpoint.HandleAsync(request, CancellationToken.None);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(answering.IsCompleted, "The slice has gone on on another thread.");
            using var response = await answering;
            Assert.StartsWith("""{"status":"completed","output":""", System.Text.Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
            if (round >= 0)
                least = Math.Min(least, allocated);
        }

        return least;
    }
}
