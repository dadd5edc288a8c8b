namespace Agnt5.Execution;

/// <summary>A call of workflow code into the engine, from entry to return. During the call the slice's state cannot be taken away.</summary>
/// <param name="ownership">The ownership that the call gives back when it returns, or <see langword="null"/>.</param>
/// <param name="goesOn">Whether the slice goes on.</param>
internal readonly ref struct EngineCall(SliceOwnership? ownership, bool goesOn = true)
{
    /// <summary>Whether the slice goes on. Past the deadline a call records nothing, and its task must not complete (see <see cref="DurableCall.Never{T}"/>).</summary>
    public bool GoesOn { get; init; } = goesOn;

    public void Dispose() => ownership?.EnterCode();
}
