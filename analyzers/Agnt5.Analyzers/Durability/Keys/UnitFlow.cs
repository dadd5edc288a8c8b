namespace Agnt5.Analyzers.Durability;

/// <summary>The durable calls and the calls of helpers in a unit. The code around them is looked at when a key may be used twice.</summary>
/// <param name="notes">The places that the flow depends on.</param>
/// <param name="texts">The texts of the unit.</param>
/// <param name="values">The values of the member around the unit.</param>
/// <param name="sharesTasks">Whether other functions may wait for the unit's tasks, and catch their failures. What it does not wait for itself then says nothing.</param>
internal sealed class UnitFlow(IReadOnlyList<FlowNote> notes, KeyTexts texts, KnownValues values, bool sharesTasks)
{
    private Dictionary<FlowNote, NotedCall>? _calls;
    private FlowNode? _body;

    /// <summary>The calls, in the order in which they stand in the code.</summary>
    public IReadOnlyCollection<NotedCall> Calls => CallsByNote.Values;

    /// <summary>The calls with the branches, loops and exits around them.</summary>
    public FlowNode Body => _body ??= FlowTree.Build(notes, note => CallsByNote.TryGetValue(note, out var call) ? call : null);

    private Dictionary<FlowNote, NotedCall> CallsByNote => _calls ??= notes
        .Where(static note => note.Kind is FlowKind.Use or FlowKind.Call)
        .Select(note => (note, Call: new NotedCall(note, texts, values)))
        .Where(noted => !sharesTasks || noted.Call.IsAwaited)
        .ToDictionary(static noted => noted.note, static noted => noted.Call);
}
