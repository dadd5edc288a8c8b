namespace Agnt5.Lambda.Events;

/// <summary>What an event came from, as far as the answer depends on it.</summary>
/// <param name="MaxAnswerBytes">How long the whole answer may be, as JSON.</param>
/// <param name="HasHeaderLists">Whether it takes a list for each header, and nothing else.</param>
/// <param name="CanStream">Whether it may take a streamed answer.</param>
internal sealed record EventSource(int MaxAnswerBytes, bool HasHeaderLists = false, bool CanStream = false)
{
    /// <summary>The most bytes of a buffered answer (AWS: quotas of Lambda, 6 MB).</summary>
    public const int MaxBufferedBytes = 6 * 1024 * 1024;

    /// <summary>The most bytes of a streamed answer (AWS: quotas of Lambda, 200 MB).</summary>
    public const int MaxStreamedBytes = 200 * 1024 * 1024;

    // AWS: Lambda functions as targets of Application Load Balancers, 1 MB.
    private const int MaxBalancedBytes = 1024 * 1024;

    public static EventSource FunctionUrl { get; } = new(MaxBufferedBytes, CanStream: true);

    /// <summary>A function URL that streams.</summary>
    public static EventSource Stream { get; } = new(MaxStreamedBytes);

    public static EventSource ApiGateway { get; } = new(MaxBufferedBytes);

    public static EventSource LoadBalancer { get; } = new(MaxBalancedBytes);

    /// <summary>A load balancer whose target group has multi-value headers. It ignores the other form in answers.</summary>
    public static EventSource LoadBalancerWithLists { get; } = new(MaxBalancedBytes, HasHeaderLists: true);
}
