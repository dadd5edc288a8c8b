using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Tests.Hosting;

/// <summary>A model that follows a script, call by call, and remembers its requests.</summary>
public sealed class ScriptedModel : IChatClient
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<IReadOnlyList<ChatMessage>, ChatResponse>> _script = new();
    private readonly List<Request> _requests = [];

    /// <summary>The requests, in order.</summary>
    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>How much of each reply a stream gives before it breaks, by call from 0.</summary>
    public Dictionary<int, int> BreaksAfter { get; } = [];

    public static FunctionCallContent Call(string tool, params (string Name, object? Value)[] arguments) =>
        new($"call-{tool}-{string.Join('-', arguments.Select(static argument => argument.Value))}", tool, arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value));

    public ScriptedModel Says(string text) => Does(_ => Reply(new TextContent(text)));

    public ScriptedModel Calls(params FunctionCallContent[] calls) => Does(_ => Reply([.. calls]));

    public ScriptedModel Throws(Exception exception) => Does(_ => throw exception);

    public ScriptedModel Does(Func<IReadOnlyList<ChatMessage>, ChatResponse> reply)
    {
        _script.Enqueue(reply);
        return this;
    }

    public static ChatResponse Reply(params AIContent[] contents) => new(new ChatMessage(ChatRole.Assistant, [.. contents]))
    {
        FinishReason = contents.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 5, TotalTokenCount = 15 },
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Next(messages, options).Reply(_requests[^1].Messages));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (number, script) = Next(messages, options);
        var given = 0;
        foreach (var update in script(_requests[number].Messages).ToChatResponseUpdates())
        {
            foreach (var piece in Pieces(update))
            {
                if (BreaksAfter.TryGetValue(number, out var most) && given++ == most)
                    throw new IOException("the connection broke");
                await Task.Yield();
                yield return piece;
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private (int Number, Func<IReadOnlyList<ChatMessage>, ChatResponse> Reply) Next(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        lock (_gate)
        {
            _requests.Add(new Request([.. messages], options));
            return (_requests.Count - 1, _script.TryDequeue(out var reply) ? reply : throw new InvalidOperationException($"The script has no reply for call {_requests.Count}."));
        }
    }

    // Word by word.
    private static IEnumerable<ChatResponseUpdate> Pieces(ChatResponseUpdate update)
    {
        if (update.Contents is not [TextContent text])
            return [update];
        return text.Text.Split(' ').Select((word, index) => new ChatResponseUpdate(update.Role, index == 0 ? word : $" {word}") { MessageId = update.MessageId, FinishReason = update.FinishReason });
    }

    /// <summary>One call of the model.</summary>
    public sealed record Request(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
    {
        /// <summary>The conversation as text: <c>role: contents</c> per line.</summary>
        public string Text => string.Join("\n", Messages.Select(static message => $"{message.Role}: {string.Join(" ", message.Contents.Select(TextOf))}"));

        private static string TextOf(AIContent content) => content switch
        {
            TextContent text => text.Text,
            FunctionCallContent call => $"{call.Name}()",
            FunctionResultContent result => $"= {result.Result}",
            _ => content.GetType().Name,
        };
    }
}
