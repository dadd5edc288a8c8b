namespace Agnt5.JavaScript.Bridge;

/// <summary>A request that is being answered.</summary>
/// <param name="engine">The engine that it runs in.</param>
/// <param name="id">The number that the host gave it.</param>
/// <param name="endpoint">What answers it.</param>
/// <param name="request">The request.</param>
internal sealed class RequestInFlight(Engine engine, int id, ServerlessEndpoint endpoint, BridgeRequest request) : IDisposable
{
    private static readonly AsyncLocal<RequestInFlight?> Running = new();

    private readonly CancellationTokenSource _left = new();

    /// <summary>The number of the request on whose behalf this code runs, or 0.</summary>
    public static int Current => Running.Value?.Id ?? 0;

    public int Id => id;

    /// <summary>Whether the host finds it by its number.</summary>
    public bool CanBeFound { get; set; }

    /// <summary>The body, where it comes in parts.</summary>
    public BodyPipe? Parts { get; init; }

    /// <summary>The memory of a body that came in one piece, where it has to be given back.</summary>
    public IDisposable? Memory { get; init; }

    /// <summary>Answers the request: on the one thread of WebAssembly at once, else away from the thread of the host.</summary>
    public void Start()
    {
        if (OperatingSystem.IsBrowser())
            Execute();
        else
            engine.Begun.Add(this);
    }

    public void Execute()
    {
        Running.Value = this;
        var handling = endpoint.HandleAsync(request, _left.Token);
        // A request that waits for nothing is answered here and now, without what waiting costs.
        if (handling.IsCompletedSuccessfully)
        {
            Running.Value = null;
            Answer(handling.Result);
            return;
        }

        if (OperatingSystem.IsBrowser())
            engine.Add(this);
        _ = AnswerAsync(handling);
        Running.Value = null;
    }

    /// <summary>Says that the caller has left.</summary>
    public void Cancel()
    {
        try
        {
            // Not on the host's thread: what the components registered for it may take long, and throw.
            _ = _left.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It was answered at this moment.
        }
    }

    public void Dispose()
    {
        _left.Dispose();
        Memory?.Dispose();
    }

    private async Task AnswerAsync(ValueTask<ServerlessResponse> handling)
    {
        var answer = await handling.ConfigureAwait(false);
        Answer(answer);
    }

    private void Answer(ServerlessResponse answer)
    {
        request.Complete();
        Dispose();
        engine.End(this, answer);
    }
}
