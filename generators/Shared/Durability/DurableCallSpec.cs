namespace Agnt5.Shared;

/// <summary>The facts about one awaited method of the contexts at compile time: a row of the <see cref="DurableCallTable"/>.</summary>
/// <param name="Method">The method's name. It is the same for all of its overloads.</param>
/// <param name="Kind">The kind of call.</param>
internal sealed record DurableCallSpec(string Method, DurableKind Kind)
{
    /// <summary>
    /// The direction in which the type argument crosses the wire: a step's result is written and read back, a signal's payload and an agent's answer are read, an event's data is written.
    /// <see langword="null"/> for a method without one.
    /// </summary>
    public JsonUse? Json { get; init; }

    /// <summary>The key of the call, or <see langword="null"/> when all calls of its kind are numbered.</summary>
    public DurableKeySpec? Key { get; init; }

    /// <summary>The parameters that take a delegate, in all overloads.</summary>
    public IReadOnlyList<DelegateParameter> Delegates { get; init; } = [];

    /// <summary>Whether a replay repeats the call, so that it must come from the workflow's own code.</summary>
    public bool IsDurable => Kind != DurableKind.Event;

    /// <summary>Whether the slice may be suspended at the call until something happens outside.</summary>
    public bool Waits => Kind is not (DurableKind.Step or DurableKind.ModelCall or DurableKind.Event);

    /// <summary>Whether the call waits for a message that comes with a request: AGNT5 waits for one such message at a time.</summary>
    public bool WaitsForMessage => Kind is DurableKind.Question or DurableKind.Signal;

    /// <summary>How a message names a call of the kind.</summary>
    public string Noun => Kind switch
    {
        DurableKind.ModelCall => "model call",
        DurableKind.AgentCall => "agent call",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How the call runs the delegate that a parameter takes, or <see langword="null"/> when the parameter takes none.</summary>
    public DelegateRole? RoleOf(string parameter)
    {
        foreach (var taken in Delegates)
            if (taken.Name == parameter)
                return taken.Role;
        return null;
    }
}
