using Agnt5.Execution;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Calls a model as a recorded step, with its events (protocol section 6, "Agents").</summary>
internal sealed class ModelCaller(AgentContext context)
{
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

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
        Exception? ofPolicy = null;
        var retries = ModelFailure.Retries(model, context, isFinal: failure => ReferenceEquals(failure, ofPolicy));
        ChatResponse reply;
        try
        {
            reply = await context.Steps.RunOwnAsync(context.Telemetry.OfModel(agent, model, options), key, retries, Call, ModelReply.TypeInfo).ConfigureAwait(true);
        }
        catch (StepFailedException failure)
        {
            context.EmitOwn(AgentEvents.ModelFailed(context.Turn, model, context.Failures.OfModel(failure, agent, model, key)));
            throw;
        }

        ReplyProperties.Restore(reply);
        context.Turn.CallIds.Add(reply);
        context.Turn.Add(reply.Usage);
        context.EmitOwn(AgentEvents.ModelCompleted(context.Turn, model, reply, context.Time.GetElapsedTime(startedAt).TotalMilliseconds));
        return reply;

        async Task<ChatResponse> Call(CancellationToken cancellationToken)
        {
            var (client, modelId) = ModelClients.Resolve(model, agent.Name, context.Services);
            var call = new ModelCall(context.RunId, agent.Name, model.Full, key);
            call.Enter();
            var asked = Options(modelId, call);
            var askedAt = context.Time.GetTimestamp();
            var named = SentCalls.WithOfferedNames(messages);
            CalledTools.DeclareIn(asked, named, client);
            var sent = ResultForms.For(client, named);
            var answered = context.IsStreaming
                ? await new ModelStream(context).ReadAsync(client.GetStreamingResponseAsync([.. sent], asked, cancellationToken), cancellationToken).ConfigureAwait(false)
                : await client.GetResponseAsync([.. sent], asked, cancellationToken).ConfigureAwait(false);
            if (answered is null)
                throw new InvalidOperationException($"The IChatClient for the model '{model.Full}' returned no reply.");

            answered.Usage = ModelReply.KnownUsage(answered.Usage);
            context.Telemetry.Answered(model, messages, answered, context.Time.GetElapsedTime(askedAt));
            ReplyCheck.ThrowIfBroken(answered, context.IsStreaming);
            var recorded = new ReplyRecorder(context.Turn.CallIds, type => SayLeftOut(agent, type)).ToRecord(answered);
            if (ReplyCheck.IsUnfinished(answered, context.IsStreaming))
                ModelReply.MarkUnfinished(recorded);
            return recorded;
        }

        ChatOptions Options(string modelId, ModelCall call)
        {
            try
            {
                return ModelOptions.For(options, modelId, call, context.Services);
            }
            catch (Exception failure)
            {
                // The code of the app, whose timeouts and broken files are none of the model.
                ofPolicy = failure;
                throw;
            }
        }
    }

    // Once, and not for each reply of the turn. Models may be called at the same time.
    private void SayLeftOut(RunningAgent agent, string type)
    {
        lock (_leftOut)
        {
            if (!_leftOut.Add(type))
                return;
        }

        AgentLog.PartNotRecorded(context.Invocation.Logger, context.Invocation.LoggedRunId, agent.Name, type);
    }
}
