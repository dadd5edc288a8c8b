using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Types.Tests.Truth;

namespace Agnt5.Types.Tests;

/// <summary>The input schema tells the truth: input that it accepts binds, and input that it rejects is refused with the path.</summary>
public sealed class TruthTests : IAsyncLifetime
{
    private const int DocumentsPerType = 40;
    private const int MutationsPerDocument = 12;

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CorpusClient _client = new();

    public static TheoryData<string> WithSchema =>
        [.. CorpusType.All.Values.Where(static type => type.InputSchema is not null && !Exceptions.Opaque.Contains(type.Name)).Select(static type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WithSchema))]
    public async Task A_document_that_the_schema_accepts_is_bound_and_one_that_it_rejects_is_refused_by_its_path(string name)
    {
        var schema = CorpusType.All[name].InputSchema!.AsObject();
        var random = new Random(1);
        for (var seed = 0; seed < DocumentsPerType; seed++)
        {
            var document = new SchemaDocuments(schema, seed).Create();
            Assert.Equal([], SchemaValidator.Validate(document, schema));
            await MustBindAsync(name, document, "as it should be");
            for (var i = 0; i < MutationsPerDocument; i++)
            {
                var mutation = Mutation.Of(document, random);
                var failures = SchemaValidator.Validate(mutation.Document, schema, out var promises);
                if (failures.Count == 0 && Exceptions.IsInfinite(mutation, promises))
                    continue;
                if (failures.Count == 0 && Exceptions.MayBeRefused(mutation, promises))
                    await MustBindOrBeRefusedAsync(name, mutation);
                else if (failures.Count == 0)
                    await MustBindAsync(name, mutation.Document, $"{mutation.Path} {mutation.What}");
                else if (!Exceptions.MayBind(mutation, failures))
                    await MustBeRefusedAsync(name, mutation, failures);
            }
        }
    }

    private async Task MustBindAsync(string name, JsonNode? document, string what)
    {
        var answer = await _client.InvokeAsync(name, Text(document));
        Assert.True(answer.IsCompleted, $"The schema accepts this document ({what}), and it does not bind: {Text(document)}\n{answer.Text}");
    }

    private async Task MustBindOrBeRefusedAsync(string name, Mutation mutation)
    {
        var answer = await _client.InvokeAsync(name, Text(mutation.Document));
        Assert.True(answer.IsCompleted || answer.ErrorMessage!.Contains(mutation.Path, StringComparison.Ordinal), $"{mutation.Path} is {mutation.What}: {Text(mutation.Document)}\n{answer.Text}");
    }

    private async Task MustBeRefusedAsync(string name, Mutation mutation, IReadOnlyList<SchemaFailure> failures)
    {
        var answer = await _client.InvokeAsync(name, Text(mutation.Document));
        var what = $"{Text(mutation.Document)}\n{mutation.Path} is {mutation.What}; the schema says {string.Join(", ", failures)}\n{answer.Text}";
        Assert.True(answer.ErrorCode == "WORKERLESS_INPUT_INVALID", $"The schema rejects this document, and it binds: {what}\n{answer.Text}");
        Assert.True(Names(answer.ErrorMessage!, mutation, failures), $"The message does not name the path: {what}");
    }

    // A change within an object or array may break a limit of the whole. A changed discriminator makes it a different type, which lacks other members.
    private static bool Names(string message, Mutation mutation, IReadOnlyList<SchemaFailure> failures) =>
        message.Contains(mutation.Path, StringComparison.Ordinal)
        || failures.Any(failure => failure.Word != "anyOf" && message.Contains(failure.Path + ": ", StringComparison.Ordinal))
        || failures.Any(failure => failure.Word == "anyOf" && mutation.Path.LastIndexOf('.') is var end && end > 0 && message.Contains(mutation.Path[..(end + 1)], StringComparison.Ordinal));

    private static string Text(JsonNode? document) => document?.ToJsonString(AsWritten) ?? "null";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _client.DisposeAsync();
}
