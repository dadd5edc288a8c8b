using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Notes the durable calls, the calls of helpers and the exits in a unit, in the order in which they run. Most code has none of these calls, and then nothing more is done.</summary>
internal sealed class FlowReader(CodeUnit unit, ContextCarriers carriers)
{
    private List<FlowNote>? _notes;
    private bool _hasCalls;
    private bool _hasLabels;
    private int _guards;

    /// <summary>Whether a catch gets the failure of what runs now.</summary>
    public bool IsGuarded => _guards > 0;

    /// <summary>Whether a function inside or around the unit may wait for a task of the unit, and catch its failure.</summary>
    public bool SharesTasks { get; set; }

    public void EnterGuarded() => _guards++;

    public void LeaveGuarded() => _guards--;

    public void AddDurable(IInvocationOperation call, DurableCallSpec spec)
    {
        if (spec.Key is null || Tasks.GoesOnAfterFailure(call))
            return;
        Note(FlowKind.Use, call, spec);
        SharesTasks |= Tasks.IsKeptElsewhere(call);
        _hasCalls = true;
    }

    /// <summary>Notes the call of other code of the project. What makes durable calls gets a context, or captures one, and returns a task.</summary>
    public void AddCall(IInvocationOperation call)
    {
        if (call.Type?.Name is not ("Task" or "ValueTask") || !carriers.MayPass(call) || Tasks.GoesOnAfterFailure(call))
            return;
        Note(FlowKind.Call, call);
        SharesTasks |= Tasks.IsKeptElsewhere(call);
        _hasCalls = true;
    }

    /// <summary>Notes a call by which code may learn of a task's failure without an exception.</summary>
    public void AddRace(IInvocationOperation call)
    {
        if (_hasCalls && Tasks.MayHideFailure(call))
            Note(FlowKind.Race, call);
    }

    /// <summary>Notes a property by which code may learn of a task's failure without an exception.</summary>
    public void AddRace(IPropertyReferenceOperation property)
    {
        if (_hasCalls && Tasks.Is(property.Instance?.Type))
            Note(FlowKind.Race, property);
    }

    /// <summary>Notes an object that gets a task, and may wait for it later.</summary>
    public void AddRace(IObjectCreationOperation creation)
    {
        if (_hasCalls && Tasks.AreIn(creation.Arguments))
            SharesTasks = true;
    }

    /// <summary>Notes a try. Its catch learns of failures of tasks that were started before.</summary>
    public void AddTry(ITryOperation operation) => Note(FlowKind.Guarded, operation);

    public void AddReturn(IOperation operation) => Note(FlowKind.Return, operation);

    public void AddJump(IOperation operation) => Note(FlowKind.Jump, operation);

    public void AddLabel() => _hasLabels = true;

    /// <summary>Gives the unit its flow, when all variables have been read.</summary>
    public void Close(KnownValues values)
    {
        if (_hasCalls && !_hasLabels)
            unit.Flow = new(_notes!, new KeyTexts(unit, values), values, SharesTasks);
    }

    private void Note(FlowKind kind, IOperation operation, DurableCallSpec? spec = null) => (_notes ??= []).Add(new(kind, operation, spec));
}
