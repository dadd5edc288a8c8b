using System.Text;
using System.Text.Json;
using Agnt5.Types.Tests.Values;
using Json.Schema;

namespace Agnt5.Types.Tests;

/// <summary>No output is refused by its own schema. A client that holds a result to the schema of the manifest, formats included, would drop it.</summary>
public sealed class OutputTests : IAsyncLifetime
{
    private const int SeedsPerType = 40;

    private static readonly EvaluationOptions HoldsToFormats = new() { RequireFormatValidation = true, OutputFormat = OutputFormat.List };

    private readonly CorpusClient _client = new();

    public static TheoryData<string> WithSchema =>
        [.. CorpusType.All.Values.Where(static type => type.OutputSchema is not null).Select(static type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WithSchema))]
    public async Task An_output_is_what_its_schema_says(string name)
    {
        var type = CorpusType.All[name];
        var schema = JsonSchema.FromText(type.OutputSchema!.ToJsonString());
        for (var seed = 0; seed < SeedsPerType; seed++)
        {
            var value = new SeededValues(seed).Create(type.Parameter);
            var input = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, type.Generated));

            var answer = await _client.InvokeAsync(name, input);

            Assert.True(answer.IsCompleted, $"Seed {seed}, {input}: {answer.Text}");
            using var output = JsonDocument.Parse(answer.Output);
            var result = schema.Evaluate(output.RootElement, HoldsToFormats);
            Assert.True(result.IsValid, $"Seed {seed}: {answer.Output}\nis refused by {type.OutputSchema.ToJsonString()}\n{Problems(result)}");
        }
    }

    private static string Problems(EvaluationResults results) => string.Join('\n', results.Details!
        .Where(static detail => detail.Errors is not null)
        .SelectMany(static detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {detail.EvaluationPath} {error.Key}: {error.Value}")));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _client.DisposeAsync();
}
