using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// The loop of an agent: calls the model, then the tools that it asks for, until it answers (protocol section 6, "Agents"). It runs on the slice's scheduler like the code of a workflow. It knows
/// nothing of replays, because everything that it awaits is recorded.
/// </summary>
/// <param name="context">The context of the turn's agent.</param>
/// <param name="number">The number of this run of the loop within its turn, from 1.</param>
internal sealed class AgentLoop(AgentContext context, int number)
{
    private readonly AgentTurn _turn = context.Turn;
    private RunningAgent _agent = context.Turn.Agent;

    public async Task<T> RunAsync<T>(string message, AgentRunOptions run, AnswerFormat<T> format)
    {
        var tools = ToolSet.Of(_agent, run.Functions, context.Services);
        var instructions = run.Instructions ?? await context.InstructionsOfAsync(_agent).ConfigureAwait(true);
        var conversation = Begin(message, run, instructions);
        string? conversationId = null;
        var known = 0;
        while (true)
        {
            _turn.CountModelCall();
            context.EmitOwn(AgentEvents.IterationStarted(_turn));
            var reply = await CallModelAsync(conversation[known..], Options(tools, format, conversationId)).ConfigureAwait(true);
            conversation.AddRange(ReplyMessages.OfConversation(reply));
            // A provider that keeps the conversation itself gets only the new messages.
            conversationId = reply.ConversationId;
            known = conversationId is null ? 0 : conversation.Count;

            FunctionCallContent[] calls = [.. reply.Messages.SelectMany(static said => said.Contents).OfType<FunctionCallContent>().Where(static call => !call.InformationalOnly)];
            _turn.WasCutOff = FinishedReply.WasCutOff(reply, calls.Length > 0);
            if (RefusedReply.Find(reply, calls.Length > 0, _agent.Name, context) is { } refusal)
            {
                context.EmitOwn(AgentEvents.IterationCompleted(_turn, toolCalls: 0));
                throw refusal;
            }

            if (calls.Length > 0)
            {
                if (_turn.WasCutOff)
                    TellCutOff(calls, tools, conversation);
                else if (await CallToolsAsync(calls, tools, conversation).ConfigureAwait(true) is { } other)
                {
                    tools = await HandOverAsync(other, conversation, run).ConfigureAwait(true);
                    (conversationId, known) = (null, 0);
                }

                continue;
            }

            context.EmitOwn(AgentEvents.IterationCompleted(_turn, toolCalls: 0));
            if (Read(reply, format, out var answer) is not { } problem)
            {
                if (_turn.WasCutOff)
                    AgentLog.AnswerCutOff(context.Logger, context.Invocation.LoggedRunId, _agent.Name);
                else if (ModelReply.IsUnfinished(reply))
                    AgentLog.AnswerUnfinished(context.Logger, context.Invocation.LoggedRunId, _agent.Name);
                return answer;
            }

            conversation.Add(new ChatMessage(ChatRole.User, problem));
        }
    }

    private List<ChatMessage> Begin(string message, AgentRunOptions run, string? instructions)
    {
        var conversation = new List<ChatMessage>();
        if (!string.IsNullOrWhiteSpace(instructions))
            conversation.Add(new ChatMessage(ChatRole.System, instructions));
        if (run.WithHistory)
            conversation.AddRange(_turn.History.Select(static said => new ChatMessage(new ChatRole(said.Role), said.Content)));
        conversation.Add(run.Attachments.Count == 0 ? new ChatMessage(ChatRole.User, message) : WithAttachments(message, run.Attachments));
        return conversation;
    }

    // Models read an image best before the question about it.
    private static ChatMessage WithAttachments(string message, IReadOnlyList<AIContent> attachments) =>
        new(ChatRole.User, string.IsNullOrWhiteSpace(message) ? [.. attachments] : [.. attachments, new TextContent(message)]);

    private ChatOptions Options<T>(ToolSet tools, AnswerFormat<T> format, string? conversationId)
    {
        var options = AgentContext.ModelOptions(_agent);
        options.Tools = tools.Declarations;
        options.ResponseFormat = format.Response;
        options.ConversationId = conversationId;
        return options;
    }

    private Task<ChatResponse> CallModelAsync(List<ChatMessage> messages, ChatOptions options) =>
        context.Models.CallAsync(_agent, Key($"model:{_turn.ModelCalls}"), messages, options);

    /// <returns>The agent that the model handed over to, or <see langword="null"/>.</returns>
    private async Task<RunningAgent?> CallToolsAsync(FunctionCallContent[] calls, ToolSet tools, List<ChatMessage> conversation)
    {
        _turn.CountToolCalls(calls.Length);
        var caller = new ToolCaller(context, _agent);
        var results = await caller.CallAsync(calls, tools, Key($"tool:{_turn.ModelCalls}:")).ConfigureAwait(true);
        conversation.Add(new ChatMessage(ChatRole.Tool, results));
        context.EmitOwn(AgentEvents.IterationCompleted(_turn, calls.Length));
        return caller.HandedOverTo;
    }

    // The calls count as an iteration, and not as calls of tools.
    private void TellCutOff(FunctionCallContent[] calls, ToolSet tools, List<ChatMessage> conversation)
    {
        conversation.Add(new ChatMessage(ChatRole.Tool, CutOffCalls.Answer(calls, tools, context)));
        context.EmitOwn(AgentEvents.IterationCompleted(_turn, calls.Length));
    }

    /// <summary>Continues as another agent, with the conversation so far and with that agent's tools.</summary>
    private async Task<ToolSet> HandOverAsync(RunningAgent agent, List<ChatMessage> conversation, AgentRunOptions run)
    {
        if (!ModelName.HaveOneProvider(_agent.Definition.Model, agent.Definition.Model))
        {
            ReplyMessages.ForgetReasoning(conversation);
            SentCalls.MakeIdsPortable(conversation);
        }

        _agent = agent;
        _turn.HandedOverTo = agent.Name;
        var instructions = await context.InstructionsOfAsync(agent).ConfigureAwait(true);
        conversation.RemoveAll(static said => said.Role == ChatRole.System);
        if (!string.IsNullOrWhiteSpace(instructions))
            conversation.Insert(0, new ChatMessage(ChatRole.System, instructions));
        return ToolSet.Of(agent, run.Functions, context.Services);
    }

    private static string? Read<T>(ChatResponse reply, AnswerFormat<T> format, out T answer)
    {
        answer = default!;
        if (string.IsNullOrWhiteSpace(reply.Text))
            return reply.FinishReason == ChatFinishReason.Length ? "Your reply was cut off before it said anything. Answer the user, and be brief." : "Your reply was empty. Answer the user.";
        return format.Read(reply.Text, out answer) is { } problem
            ? $"Your answer does not fit its schema: {problem}. {(reply.FinishReason == ChatFinishReason.Length ? "It was cut off: make it shorter. " : "")}Answer again, with nothing but JSON."
            : null;
    }

    private string Key(string record) => $"{_turn.Prefix}{number}:{record}";
}
