using System.Text;
using System.Text.Json;
using Agnt5.Tests.Shared;
using Agnt5.TypeCorpus;

namespace Agnt5.Types.Tests;

/// <summary>Invokes the corpus's workflows through the real endpoint.</summary>
public sealed class CorpusClient : IAsyncDisposable
{
    private readonly CorpusEndpoint _endpoint = new();

    /// <summary>The body of an invoke.</summary>
    /// <param name="component">The workflow's name.</param>
    /// <param name="input">The input as JSON.</param>
    /// <param name="steps">The recorded steps as JSON.</param>
    public static byte[] Body(string component, string input, string steps = "{}") =>
        Encoding.UTF8.GetBytes($$"""{"component_type":"workflow","component_name":"{{component}}","run_id":"run-1","input":{{input}},"checkpoint":{"steps":{{steps}} } }""");

    public async Task<CorpusAnswer> InvokeAsync(string component, string input, string steps = "{}") => new(await _endpoint.InvokeAsync(Body(component, input, steps)));

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();
}

/// <summary>A response.</summary>
public sealed class CorpusAnswer(byte[] body)
{
    private readonly JsonElement _json = Read(body);

    public string Text => Encoding.UTF8.GetString(body);

    public bool IsCompleted => _json.GetProperty("status").ValueEquals("completed");

    /// <summary>The output as it was written.</summary>
    public string Output => _json.GetProperty("output").GetRawText();

    /// <summary>The recorded steps as they were written.</summary>
    public string Steps => _json.GetProperty("checkpoint").GetProperty("steps").GetRawText();

    public string? ErrorCode => _json.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    public string? ErrorMessage => _json.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString() : null;

    private static JsonElement Read(byte[] body)
    {
        var response = JsonDocument.Parse(body).RootElement;
        var problem = ResponseShape.FindProblem(response);
        Assert.True(problem is null, $"{problem}: {response.GetRawText()}");
        return response;
    }
}
