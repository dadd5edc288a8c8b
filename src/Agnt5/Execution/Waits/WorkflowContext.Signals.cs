using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Waits;

namespace Agnt5;

// Signals from other systems.
public partial class WorkflowContext
{
    /// <summary>Waits for a signal, and suspends the run until it comes (protocol section 6).</summary>
    /// <typeparam name="T">The payload's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <param name="signal">The signal's name.</param>
    /// <param name="step">The name of the waiting step, which distinguishes several waits for one signal. Default: the signal's name. In a loop, give each wait a different step.</param>
    /// <param name="timeout">
    /// How long to wait. Default: without a limit. When a wait times out, AGNT5 fails the run with the code <c>WAIT_TIMEOUT</c> and does not invoke it again. Code that handles a timeout runs only
    /// where the platform invokes the run nevertheless, for example in a retry.
    /// </param>
    /// <returns>The payload.</returns>
    /// <exception cref="WaitTimeoutException">The signal did not come in time.</exception>
    /// <exception cref="NonRetryableException">
    /// The payload does not bind to <typeparamref name="T"/>, the run has already waited for the signal at this step, or the call did not come from the workflow's own code.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<T> WaitForSignalAsync<T>(string signal, string? step = null, TimeSpan? timeout = null) =>
        Signals.WaitAsync(signal, step, timeout, TypeInfo<T>("signal payload"), nameof(WaitForSignalAsync));

    /// <summary>Waits for a signal, with the JSON metadata of its payload as an argument. A generic helper needs this, because the generator cannot know its open <typeparamref name="T"/>.</summary>
    /// <inheritdoc cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>
    /// <param name="signal">The signal's name.</param>
    /// <param name="payloadType">The metadata of the payload's type.</param>
    /// <param name="step">The name of the waiting step, which distinguishes several waits for one signal. Default: the signal's name. In a loop, give each wait a different step.</param>
    /// <param name="timeout">How long to wait, see <see cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>. Default: without a limit.</param>
    public Task<T> WaitForSignalAsync<T>(string signal, JsonTypeInfo<T> payloadType, string? step = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        return Signals.WaitAsync(signal, step, timeout, payloadType, nameof(WaitForSignalAsync));
    }

    /// <summary>Waits for a signal as <see cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/> does. The result says how the wait ended, so a timeout throws no exception.</summary>
    /// <typeparam name="T">The payload's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <returns>The payload, or that the wait timed out.</returns>
    /// <inheritdoc cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)" path="/param"/>
    /// <exception cref="NonRetryableException">
    /// The payload does not bind to <typeparamref name="T"/>, the run has already waited for the signal at this step, or the call did not come from the workflow's own code.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<SignalResult<T>> TryWaitForSignalAsync<T>(string signal, string? step = null, TimeSpan? timeout = null) =>
        SignalResult<T>.OfAsync(Signals.WaitAsync(signal, step, timeout, TypeInfo<T>("signal payload"), nameof(TryWaitForSignalAsync)));

    /// <summary>Waits for a signal, with the JSON metadata of its payload as an argument. A generic helper needs this, because the generator cannot know its open <typeparamref name="T"/>.</summary>
    /// <inheritdoc cref="TryWaitForSignalAsync{T}(string, string?, TimeSpan?)"/>
    /// <param name="signal">The signal's name.</param>
    /// <param name="payloadType">The metadata of the payload's type.</param>
    /// <param name="step">The name of the waiting step, which distinguishes several waits for one signal. Default: the signal's name. In a loop, give each wait a different step.</param>
    /// <param name="timeout">How long to wait, see <see cref="WaitForSignalAsync{T}(string, string?, TimeSpan?)"/>. Default: without a limit.</param>
    public Task<SignalResult<T>> TryWaitForSignalAsync<T>(string signal, JsonTypeInfo<T> payloadType, string? step = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        return SignalResult<T>.OfAsync(Signals.WaitAsync(signal, step, timeout, payloadType, nameof(TryWaitForSignalAsync)));
    }

    private Signals Signals => _slice.Signals;
}
