using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Agnt5.Testing;

/// <summary>
/// A chat client that says what a test has written down, one reply for each call, and remembers what it was asked. Register it as the <see cref="IChatClient"/> of the test. A conversation with a real
/// model is recorded and played back by <see cref="ChatRecording"/>. All members may be called from any thread.
/// </summary>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<IReadOnlyList<ChatMessage>, ChatMessage>> _script = new();
    private readonly List<IReadOnlyList<ChatMessage>> _asked = [];
    private int _calls;

    /// <summary>The messages of each call so far.</summary>
    public IReadOnlyList<IReadOnlyList<ChatMessage>> Asked
    {
        get
        {
            lock (_gate)
                return [.. _asked];
        }
    }

    /// <summary>How many replies are left.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
                return _script.Count;
        }
    }

    /// <summary>The next reply is a text.</summary>
    /// <param name="text">The text. For an agent that returns a type, its JSON.</param>
    public ScriptedChatClient Says(string text) => Replies(_ => new ChatMessage(ChatRole.Assistant, text));

    /// <summary>The next reply calls a tool.</summary>
    /// <param name="tool">The tool's name, as the model sees it.</param>
    /// <param name="arguments">Its arguments, by their names in JSON.</param>
    public ScriptedChatClient Calls(string tool, params (string Name, object? Value)[] arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tool);
        var id = $"call-{Interlocked.Increment(ref _calls)}";
        var values = arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value, StringComparer.Ordinal);
        return Replies(_ => new ChatMessage(ChatRole.Assistant, [new FunctionCallContent(id, tool, values)]));
    }

    /// <summary>The next call fails. The agent decides whether it tries again.</summary>
    /// <param name="failure">What it fails with: a <see cref="ModelThrottledException"/> is tried again, a <see cref="NonRetryableException"/> is not.</param>
    public ScriptedChatClient Fails(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Replies(_ => throw failure);
    }

    /// <summary>The next reply depends on what was asked.</summary>
    /// <param name="reply">Makes the reply from the messages.</param>
    public ScriptedChatClient Replies(Func<IReadOnlyList<ChatMessage>, ChatMessage> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_gate)
            _script.Enqueue(reply);
        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="NonRetryableException">The script has come to its end.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> asked = [.. messages];
        Func<IReadOnlyList<ChatMessage>, ChatMessage>? reply;
        lock (_gate)
        {
            _asked.Add(asked);
            _script.TryDequeue(out reply);
        }

        return reply is not null
            ? Task.FromResult(new ChatResponse(reply(asked)))
            : throw new NonRetryableException(
                $"The script of the chat client has no reply left. It was asked {Asked.Count} times; the last message: {LastOf(asked)}. Add a reply with Says, Calls or Fails.");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <summary>Does nothing: the test may look at it after the endpoint is gone.</summary>
    public void Dispose()
    {
    }

    private static string LastOf(IReadOnlyList<ChatMessage> asked) => asked.Count == 0 ? "none" : $"{asked[^1].Role}: {asked[^1]}";
}
