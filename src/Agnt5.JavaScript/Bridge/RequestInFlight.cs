using System.IO.Pipelines;

namespace Agnt5.JavaScript.Bridge;

/// <summary>A request that is being answered.</summary>
/// <param name="id">The number that the host gave it.</param>
internal sealed class RequestInFlight(int id) : IDisposable
{
    private static readonly AsyncLocal<RequestInFlight?> Running = new();

    private readonly CancellationTokenSource _left = new();

    /// <summary>The number of the request on whose behalf this code runs, or 0.</summary>
    public static int Current => Running.Value?.Id ?? 0;

    public int Id => id;

    /// <summary>The body, where it comes in parts.</summary>
    public BodyPipe? Parts { get; init; }

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

    public void Dispose() => _left.Dispose();

    /// <summary>Answers the request.</summary>
    public async Task<ServerlessResponse> AnswerAsync(ServerlessEndpoint endpoint, BridgeRequest request)
    {
        Running.Value = this;
        var answer = await endpoint.HandleAsync(request, _left.Token).ConfigureAwait(false);
        await request.Body.CompleteAsync().ConfigureAwait(false);
        return answer;
    }
}
