using System.Diagnostics.CodeAnalysis;

namespace Agnt5;

/// <summary>The result of <see cref="WorkflowContext.TryWaitForSignalAsync{T}(string, string?, TimeSpan?)"/>: the signal came, or the wait timed out.</summary>
/// <typeparam name="T">The payload's type.</typeparam>
public readonly record struct SignalResult<T>
{
    /// <summary>Whether the signal came.</summary>
    [MemberNotNullWhen(true, nameof(Payload))]
    public bool IsReceived { get; private init; }

    /// <summary>Whether the signal did not come in time.</summary>
    public bool IsTimedOut => !IsReceived;

    /// <summary>The signal's payload; the default of <typeparamref name="T"/> when it did not come.</summary>
    public T? Payload { get; private init; }

    internal static async Task<SignalResult<T>> OfAsync(Task<T> waiting)
    {
        try
        {
            // Continue on the workflow's scheduler, like everything that its code awaits.
            return new SignalResult<T> { IsReceived = true, Payload = await waiting.ConfigureAwait(true) };
        }
        catch (WaitTimeoutException)
        {
            return default;
        }
    }
}
