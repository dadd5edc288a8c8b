using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Storage;

/// <summary>A machine whose time has come: a run or a key.</summary>
internal readonly record struct DueMachine(long AtMs, string? RunId, FlowKey? Key);
