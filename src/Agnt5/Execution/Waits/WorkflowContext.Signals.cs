using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Waits;

namespace Agnt5;

// What a workflow waits for from other systems.
public partial class WorkflowContext
{
    /// <summary>Waits for a signal, and suspends the run until it comes (protocol section 6).</summary>
    /// <typeparam name="T">The payload's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <param name="signal">The signal's name.</param>
    /// <param name="step">The waiting step, by which the deliveries of one signal are told apart. Default: the signal's name. A loop gives each wait its own.</param>
    /// <param name="timeout">
    /// How long to wait. Default: as long as it takes. AGNT5 fails a run whose wait runs out, with the code <c>WAIT_TIMEOUT</c>, and invokes it no more; code behind a timeout runs where the platform
    /// does invoke it, in a retry of the run for example.
    /// </param>
    /// <returns>The payload.</returns>
    /// <exception cref="WaitTimeoutException">The signal did not come in time.</exception>
    /// <exception cref="NonRetryableException">
    /// The payload does not bind to <typeparamref name="T"/>, the signal was waited for at this step before, or the call did not come from the workflow's own code.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<T> WaitForSignalAsync<T>(string signal, string? step = null, TimeSpan? timeout = null) =>
        Signals.WaitAsync(signal, step, timeout, TypeInfo<T>("signal payload"), nameof(WaitForSignalAsync));

    /// <summary>Waits for a signal, with the metadata of its payload given: for a helper whose <typeparamref name="T"/> is open, where the generator cannot know it.</summary>
    /// <inheritdoc cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>
    /// <param name="signal">The signal's name.</param>
    /// <param name="payloadType">The metadata of the payload's type.</param>
    /// <param name="step">The waiting step, by which the deliveries of one signal are told apart. Default: the signal's name. A loop gives each wait its own.</param>
    /// <param name="timeout">How long to wait, see <see cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>. Default: as long as it takes.</param>
    public Task<T> WaitForSignalAsync<T>(string signal, JsonTypeInfo<T> payloadType, string? step = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        return Signals.WaitAsync(signal, step, timeout, payloadType, nameof(WaitForSignalAsync));
    }

    /// <summary>As <see cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>, with a result that says how the wait ended instead of an exception when the signal did not come in time.</summary>
    /// <typeparam name="T">The payload's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <returns>The payload, or that the wait timed out.</returns>
    /// <inheritdoc cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)" path="/param"/>
    /// <exception cref="NonRetryableException">
    /// The payload does not bind to <typeparamref name="T"/>, the signal was waited for at this step before, or the call did not come from the workflow's own code.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<SignalResult<T>> TryWaitForSignalAsync<T>(string signal, string? step = null, TimeSpan? timeout = null) =>
        SignalResult<T>.OfAsync(Signals.WaitAsync(signal, step, timeout, TypeInfo<T>("signal payload"), nameof(TryWaitForSignalAsync)));

    /// <summary>Waits for a signal, with the metadata of its payload given: for a helper whose <typeparamref name="T"/> is open, where the generator cannot know it.</summary>
    /// <inheritdoc cref="TryWaitForSignalAsync{T}(string, string?, TimeSpan?)"/>
    /// <param name="signal">The signal's name.</param>
    /// <param name="payloadType">The metadata of the payload's type.</param>
    /// <param name="step">The waiting step, by which the deliveries of one signal are told apart. Default: the signal's name. A loop gives each wait its own.</param>
    /// <param name="timeout">How long to wait, see <see cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>. Default: as long as it takes.</param>
    public Task<SignalResult<T>> TryWaitForSignalAsync<T>(string signal, JsonTypeInfo<T> payloadType, string? step = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        return SignalResult<T>.OfAsync(Signals.WaitAsync(signal, step, timeout, payloadType, nameof(TryWaitForSignalAsync)));
    }

    private Signals Signals => _slice.Signals;
}
