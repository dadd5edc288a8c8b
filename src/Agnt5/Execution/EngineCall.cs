namespace Agnt5.Execution;

/// <summary>A call of workflow code into the engine, from when it enters until it returns. The slice's state cannot be taken away meanwhile.</summary>
/// <param name="ownership">What the call gives back when it returns, or <see langword="null"/>.</param>
/// <param name="goesOn">Whether the slice goes on.</param>
internal readonly ref struct EngineCall(SliceOwnership? ownership, bool goesOn = true)
{
    /// <summary>Whether the slice goes on. Past the deadline a call records nothing, and what it returns must not complete (see <see cref="DurableCall.Never{T}"/>).</summary>
    public bool GoesOn { get; init; } = goesOn;

    public void Dispose() => ownership?.EnterCode();
}
