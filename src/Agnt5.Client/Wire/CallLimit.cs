namespace Agnt5.Client.Wire;

/// <summary>How long a call may take: the time of any call, and the wait that it asks for.</summary>
internal sealed class CallLimit : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _linked;

    public CallLimit(GatewayCall call, Agnt5ClientOptions options, CancellationToken cancellationToken)
    {
        Length = options.Timeout == Timeout.InfiniteTimeSpan ? options.Timeout : options.Timeout + call.Wait;
        _clock = new(Length, options.TimeProvider);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
    }

    public TimeSpan Length { get; }

    public CancellationToken Token => _linked.Token;

    public bool IsOver => _clock.IsCancellationRequested;

    public void Dispose()
    {
        _linked.Dispose();
        _clock.Dispose();
    }
}
