using System.Collections.Concurrent;
using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>An endpoint that answers as a test says.</summary>
internal sealed class ScriptedEndpoint : IEndpointConnection
{
    private readonly ConcurrentQueue<string> _bodies = new();

    /// <summary>What it answers. By default every run completes with the output <c>"done"</c>.</summary>
    public Func<InvokeRequest, CancellationToken, Task<InvokeResult>> Answer { get; set; } = static (_, _) => Task.FromResult(Completed("\"done\""));

    public bool TakesPayloadLinks => false;

    public bool IsDisposed { get; private set; }

    /// <summary>The bodies of the invokes, in the order in which they came.</summary>
    public IReadOnlyList<string> Bodies => [.. _bodies];

    public static InvokeResult Completed(string output) => new InvokeAnswered(new CompletedAnswer { Output = Encoding.UTF8.GetBytes(output) });

    public static InvokeResult Failed(string code, bool isRetryable = false) => new InvokeAnswered(new FailedAnswer(code, "It did not work.", isRetryable));

    public static InvokeResult Suspended(Pause pause) => new InvokeAnswered(new SuspendedAnswer(pause) { Checkpoint = """{"steps":{"a":1}}"""u8.ToArray() });

    /// <summary>Answers in this order, and the last one for ever.</summary>
    public void AnswerInOrder(params InvokeResult[] results)
    {
        var next = -1;
        Answer = (_, _) => Task.FromResult(results[Math.Min(Interlocked.Increment(ref next), results.Length - 1)]);
    }

    public Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Tests bring their deployments.");

    public Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        _bodies.Enqueue(Encoding.UTF8.GetString(request.Body.Span));
        return Answer(request, cancellationToken);
    }

    public void Dispose() => IsDisposed = true;
}
