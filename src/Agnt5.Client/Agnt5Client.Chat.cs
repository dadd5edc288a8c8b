using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    /// <summary>Sends an agent a message of a conversation and waits for its answer.</summary>
    /// <param name="agent">The agent's name on the wire.</param>
    /// <param name="message">The message.</param>
    /// <param name="options">The conversation (<see cref="RunOptions.SessionId"/>), the user, and how long to wait.</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run failed, or the call went wrong.</exception>
    public async Task<ChatReply> ChatAsync(string agent, string message, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = WaitingStartOf(RunTarget.Agent(agent), "chat", MessageBody(message, options), options);
        var answer = await _gateway.SendAsync(call, static refused => RunReader.IsRun(refused.Json), cancellationToken).ConfigureAwait(false);
        var run = RunReader.Read(answer.Json);
        if (run.HasEnded && run.Status != RunStatus.Completed)
            throw _gateway.Errors.Ended(run, answer.Status);
        return new()
        {
            Text = TextOf(answer.Json),
            RunId = answer.Json.Text("run_id"),
            SessionId = run.SessionId ?? run.Output?.Text("session_id") ?? options?.SessionId,
            Status = run.Status,
            Json = answer.Json,
        };
    }

    /// <summary>Starts a run of an agent with a message, and returns at once.</summary>
    /// <param name="agent">The agent's name on the wire.</param>
    /// <param name="message">The message.</param>
    /// <param name="options">How the run is started, and the conversation (<see cref="RunOptions.SessionId"/>).</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunHandle<JsonElement>> SubmitMessageAsync(string agent, string message, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(RunTarget.Agent(agent), MessageBody(message, options), Output.Untyped, options, cancellationToken);

    /// <summary>Starts a run of an agent with a message and a typed output, and returns at once.</summary>
    /// <param name="agent">The agent's name on the wire.</param>
    /// <param name="message">The message.</param>
    /// <param name="outputType">The JSON metadata of the output: of text, unless the agent answers with a type.</param>
    /// <param name="options">How the run is started, and the conversation (<see cref="RunOptions.SessionId"/>).</param>
    /// <param name="cancellationToken">Ends the call, and not the run.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunHandle<TOutput>> SubmitMessageAsync<TOutput>(
        string agent, string message, JsonTypeInfo<TOutput> outputType, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(RunTarget.Agent(agent), MessageBody(message, options), Output.Of(outputType), options, cancellationToken);

    private static ReadOnlyMemory<byte> MessageBody(string message, RunOptions? options)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Bodies.Object(writer =>
        {
            writer.WriteString("message", message);
            writer.Text("session_id", options?.SessionId);
            writer.Text("user_id", options?.UserId);
        });
    }

    // The answer of a run is its output: a text, or an object around one.
    private static string? TextOf(JsonElement json) => json.ValueKind == JsonValueKind.String
        ? AnyText.Of(json)
        : json.Text("response") ?? json.Text("message") ?? json.Text("content")
            ?? (json.Get("output") is { ValueKind: not JsonValueKind.Undefined } output ? TextOf(output) : null)
            ?? json.Get("message").Text("content");
}
