using Agnt5.Local.Dispatch;
using Agnt5.Testing.Exploring.Scripts;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring.Playing;

/// <summary>The endpoint that runs are played on. It plays one slice at a time.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="conductor">Lets its steps run, one at a time.</param>
/// <param name="clock">Its clock.</param>
/// <param name="realTimeLimit">How long a slice may be at work.</param>
internal sealed class PlayedEndpoint(ServerlessEndpoint endpoint, Conductor conductor, ExploreClock clock, TimeSpan realTimeLimit)
{
    /// <summary>Whether a slice was at work without an end. What is left of it would disturb further runs.</summary>
    public bool HasHung { get; private set; }

    /// <summary>Plays a slice, which has its answer then.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="invoke">The request's body.</param>
    /// <param name="world">The world around the run.</param>
    /// <param name="choose">The schedule.</param>
    /// <param name="cancellationToken">Ends the slice.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public async Task<Problem?> PlayAsync(PlayedSlice slice, byte[] invoke, ScriptedWorld world, Func<Choice, int> choose, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        conductor.BeginSlice(slice, world, choose);
        using var caller = new CancellationTokenSource();
        try
        {
            using var response = await endpoint.HandleAsync(InMemoryRequest.Invoke(invoke), caller.Token).AsTask().WaitAsync(realTimeLimit, cancellationToken).ConfigureAwait(false);
            var result = AnswerReader.Read(response.Body.ToArray(), clock.GetUtcNow().ToUnixTimeMilliseconds());
            slice.Answer = (result as InvokeAnswered)?.Answer;
            return result is InvokeLost lost ? new Problem($"gets no usable answer from the endpoint: {lost.Code}: {lost.Message}", "") : null;
        }
        catch (TimeoutException)
        {
            HasHung = true;
            return new Problem($"is at work without an end (for {realTimeLimit.TotalSeconds:0.#} s)", Advice.Hang);
        }
        finally
        {
            conductor.EndSlice();
            if (slice.Answer is null)
                await caller.CancelAsync().ConfigureAwait(false);
        }
    }
}
