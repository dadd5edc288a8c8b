using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Engine;

/// <summary>
/// Something that a machine wants done. Machines touch nothing themselves: their host does it. What is told to another machine, written or saved belongs to the same transaction as the new state;
/// what leaves the process (<see cref="StartSlice"/>, <see cref="AbandonSlice"/>) follows once that transaction is durable.
/// </summary>
internal abstract record Effect;

/// <summary>Tells a run that something happened.</summary>
internal sealed record TellRun(string RunId, RunHappening Happening) : Effect;

/// <summary>Tells a flow-control key that something happened.</summary>
internal sealed record TellKey(FlowKey Key, KeyHappening Happening) : Effect;

/// <summary>Adds an event to a run's journal.</summary>
internal sealed record Journal(string RunId, JournalEntry Entry) : Effect;

/// <summary>Keeps the messages of an agent's session for the session's next run.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Session">The session's entry in <c>checkpoint.agent_sessions</c>, as JSON (protocol section 6, "Agents").</param>
internal sealed record SaveSession(string SessionId, ReadOnlyMemory<byte> Session) : Effect;

/// <summary>Adds an entry to a key's line, its holders or its past starts. The state has it already; a store saves entries one by one, because a line may be long.</summary>
internal sealed record AddEntry(FlowKey Key, FlowEntry Entry) : Effect;

/// <summary>Removes an entry of a key, see <see cref="AddEntry"/>.</summary>
internal sealed record RemoveEntry(FlowKey Key, FlowEntry Entry) : Effect;

/// <summary>Sends the next slice of a run to its endpoint.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Slice">The slice's number, which its answer must have.</param>
internal sealed record StartSlice(string RunId, int Slice) : Effect;

/// <summary>Stops waiting for a slice: the run has ended without it.</summary>
internal sealed record AbandonSlice(string RunId, int Slice) : Effect;
