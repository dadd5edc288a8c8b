using Agnt5.Execution;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Calls a model as a recorded step, with its events (protocol section 6, "Agents").</summary>
internal sealed class ModelCaller(AgentContext context)
{
    /// <param name="agent">The agent whose model is called.</param>
    /// <param name="key">The key of the reply's record.</param>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">Options of the call. Where they name no model, the agent's model is called.</param>
    /// <exception cref="NonRetryableException">The agent names no model, or no client is registered for it.</exception>
    /// <exception cref="StepFailedException">The model failed.</exception>
    public async Task<ChatResponse> CallAsync(RunningAgent agent, string key, IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        var model = ModelName.Parse(options.ModelId ?? agent.Definition.Model
            ?? throw new NonRetryableException($"Agent '{agent.Name}' names no model: set Model in its [Agent] attribute."));
        context.EmitOwn(AgentEvents.ModelStarted(context.Turn, model, messages.Count, options.Tools?.Count ?? 0));
        var startedAt = context.Time.GetTimestamp();
        ChatResponse reply;
        try
        {
            reply = await context.Steps.RunOwnAsync(context.Telemetry.OfModel(agent, model, options), key, ModelFailure.Retries(context.Time), Call, ModelReply.TypeInfo).ConfigureAwait(true);
        }
        catch (StepFailedException failure)
        {
            context.EmitOwn(AgentEvents.ModelFailed(context.Turn, model, context.Failures.OfModel(failure, agent, model, key)));
            throw;
        }

        context.Turn.Add(reply.Usage);
        context.EmitOwn(AgentEvents.ModelCompleted(context.Turn, model, reply, context.Time.GetElapsedTime(startedAt).TotalMilliseconds));
        return reply;

        async Task<ChatResponse> Call(CancellationToken cancellationToken)
        {
            var (client, modelId) = ModelClients.Resolve(model, agent.Name, context.Services);
            var call = new ModelCall(context.RunId, agent.Name, model.Full, key);
            call.Enter();
            var asked = ModelOptions.For(options, modelId, call, context.Services);
            var askedAt = context.Time.GetTimestamp();
            var answered = context.IsStreaming
                ? await StreamAsync(client, messages, asked, cancellationToken).ConfigureAwait(false)
                : await client.GetResponseAsync([.. messages], asked, cancellationToken).ConfigureAwait(false);
            if (answered is null)
                throw new InvalidOperationException($"The IChatClient for the model '{model.Full}' returned no reply.");

            context.Telemetry.Answered(model, messages, answered, context.Time.GetElapsedTime(askedAt));
            return ModelReply.ToRecord(answered);
        }
    }

    private async Task<ChatResponse> StreamAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync([.. messages], options, cancellationToken).ConfigureAwait(false))
        {
            updates.Add(update);
            foreach (var content in update.Contents)
            {
                if (content is TextReasoningContent { Text.Length: > 0 } thought)
                    context.EmitOwn(AgentEvents.Delta(context.Turn, "lm.thinking.delta", thought.Text, StepScope.Current));
                else if (content is TextContent { Text.Length: > 0 } text)
                    context.EmitOwn(AgentEvents.Delta(context.Turn, "lm.message.delta", text.Text, StepScope.Current));
            }
        }

        return updates.ToChatResponse();
    }
}
