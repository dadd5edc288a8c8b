using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Types.Tests;

/// <summary>A step result of any type survives the checkpoint.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private const int SeedsPerType = 20;

    private readonly CorpusClient _client = new();

    [Theory]
    [MemberData(nameof(CorpusType.Names), MemberType = typeof(CorpusType))]
    public async Task A_workflow_that_goes_on_elsewhere_gets_the_value_that_its_step_returned(string name)
    {
        var type = CorpusType.All[name];
        for (var seed = 0; seed < SeedsPerType; seed++)
        {
            var value = new SeededValues(seed).Create(type.Parameter);
            var input = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, type.Generated));

            var first = await _client.InvokeAsync(name, input);
            Assert.True(first.IsCompleted, $"Seed {seed}, {input}: {first.Text}");

            // The record counts, not the current input.
            var other = JsonSerializer.SerializeToUtf8Bytes(new SeededValues(seed + SeedsPerType).Create(type.Parameter), type.Generated);
            var replayed = await _client.InvokeAsync(name, Encoding.UTF8.GetString(other), first.Steps);

            Assert.True(replayed.IsCompleted, $"Seed {seed}, {first.Steps}: {replayed.Text}");
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(first.Output), JsonNode.Parse(replayed.Output)), $"Seed {seed}: expected {first.Output}\n got {replayed.Output}");
            var difference = SameValue.FindDifference(JsonSerializer.Deserialize(input, type.Generated), JsonSerializer.Deserialize(replayed.Output, type.Generated));
            Assert.True(difference is null, $"Seed {seed}, {input}: {difference}");
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _client.DisposeAsync();
}
